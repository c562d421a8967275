package dev.orbit.benchmarks;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What the tuned references do with the Vector API. */
final class Lanes {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private Lanes() {}

    /** y = tanh(x), of whole vectors. */
    static void tanh(double[] x, double[] y) {
        tanh(x.length, x, 0, y, 0);
    }

    static void tanh(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, xAt + i)
                    .lanewise(VectorOperators.TANH)
                    .intoArray(y, yAt + i);
        }
    }

    /**
     * C += A B for 32 columns, four rows and two vectors at a time. A has m rows of k numbers, {@code aRow} and {@code aColumn} apart;
     * the rows of B and C are {@code row} apart.
     */
    static void addProduct(
            int m,
            int k,
            double[] a,
            int aAt,
            int aRow,
            int aColumn,
            double[] b,
            int bAt,
            double[] c,
            int cAt,
            int row) {
        int n = SPECIES.length();
        for (int i = 0; i < m; i += 4) {
            for (int lane = 0; lane < 32; lane += 2 * n) {
                tile(k, a, aAt + i * aRow, aRow, aColumn, b, bAt + lane, c, cAt + i * row + lane, row);
            }
        }
    }

    private static void tile(
            int k, double[] a, int aAt, int aRow, int aColumn, double[] b, int bAt, double[] c, int cAt, int row) {
        int n = SPECIES.length();
        DoubleVector s00 = DoubleVector.fromArray(SPECIES, c, cAt);
        DoubleVector s01 = DoubleVector.fromArray(SPECIES, c, cAt + n);
        DoubleVector s10 = DoubleVector.fromArray(SPECIES, c, cAt + row);
        DoubleVector s11 = DoubleVector.fromArray(SPECIES, c, cAt + row + n);
        DoubleVector s20 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * row);
        DoubleVector s21 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * row + n);
        DoubleVector s30 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * row);
        DoubleVector s31 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * row + n);
        for (int j = 0; j < k; j++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bAt + row * j);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, bAt + row * j + n);
            int at = aAt + j * aColumn;
            DoubleVector w0 = DoubleVector.broadcast(SPECIES, a[at]);
            s00 = w0.fma(b0, s00);
            s01 = w0.fma(b1, s01);
            DoubleVector w1 = DoubleVector.broadcast(SPECIES, a[at + aRow]);
            s10 = w1.fma(b0, s10);
            s11 = w1.fma(b1, s11);
            DoubleVector w2 = DoubleVector.broadcast(SPECIES, a[at + 2 * aRow]);
            s20 = w2.fma(b0, s20);
            s21 = w2.fma(b1, s21);
            DoubleVector w3 = DoubleVector.broadcast(SPECIES, a[at + 3 * aRow]);
            s30 = w3.fma(b0, s30);
            s31 = w3.fma(b1, s31);
        }
        s00.intoArray(c, cAt);
        s01.intoArray(c, cAt + n);
        s10.intoArray(c, cAt + row);
        s11.intoArray(c, cAt + row + n);
        s20.intoArray(c, cAt + 2 * row);
        s21.intoArray(c, cAt + 2 * row + n);
        s30.intoArray(c, cAt + 3 * row);
        s31.intoArray(c, cAt + 3 * row + n);
    }

    /** G[m, n] += the sum over columns of X[m, columns] Y[n, columns]', two by four entries at a time. */
    static void addOuter(int m, int n, int columns, double[] x, double[] y, int yAt, int row, double[] g, int gAt) {
        for (int i = 0; i < m; i += 2) {
            for (int j = 0; j < n; j += 4) {
                dots(columns, x, i * row, y, yAt + j * row, row, g, gAt + i * n + j, n);
            }
        }
    }

    private static void dots(
            int columns, double[] x, int xAt, double[] y, int yAt, int row, double[] g, int at, int gRow) {
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = s00;
        DoubleVector s02 = s00;
        DoubleVector s03 = s00;
        DoubleVector s10 = s00;
        DoubleVector s11 = s00;
        DoubleVector s12 = s00;
        DoubleVector s13 = s00;
        for (int l = 0; l < columns; l += SPECIES.length()) {
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, xAt + l);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, xAt + row + l);
            DoubleVector y0 = DoubleVector.fromArray(SPECIES, y, yAt + l);
            s00 = x0.fma(y0, s00);
            s10 = x1.fma(y0, s10);
            DoubleVector y1 = DoubleVector.fromArray(SPECIES, y, yAt + row + l);
            s01 = x0.fma(y1, s01);
            s11 = x1.fma(y1, s11);
            DoubleVector y2 = DoubleVector.fromArray(SPECIES, y, yAt + 2 * row + l);
            s02 = x0.fma(y2, s02);
            s12 = x1.fma(y2, s12);
            DoubleVector y3 = DoubleVector.fromArray(SPECIES, y, yAt + 3 * row + l);
            s03 = x0.fma(y3, s03);
            s13 = x1.fma(y3, s13);
        }
        g[at] += s00.reduceLanes(VectorOperators.ADD);
        g[at + 1] += s01.reduceLanes(VectorOperators.ADD);
        g[at + 2] += s02.reduceLanes(VectorOperators.ADD);
        g[at + 3] += s03.reduceLanes(VectorOperators.ADD);
        g[at + gRow] += s10.reduceLanes(VectorOperators.ADD);
        g[at + gRow + 1] += s11.reduceLanes(VectorOperators.ADD);
        g[at + gRow + 2] += s12.reduceLanes(VectorOperators.ADD);
        g[at + gRow + 3] += s13.reduceLanes(VectorOperators.ADD);
    }
}
