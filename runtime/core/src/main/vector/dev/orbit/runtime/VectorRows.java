package dev.orbit.runtime;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Rows by the Vector API. Small methods without vectors in fields or results: the JIT compiler keeps those in registers. */
final class VectorRows implements RowKernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    VectorRows() {
        if (LANES < 2) {
            throw new IllegalStateException("no vectors of doubles");
        }
    }

    @Override
    public void combine(int k, int n, double[] w, int wAt, int wStride, double[] b, int bAt, double[] y, int yAt) {
        int i = 0;
        for (; i + 4 * LANES <= n; i += 4 * LANES) {
            combineFour(k, n, w, wAt, wStride, b, bAt + i, y, yAt + i);
        }
        for (; i + LANES <= n; i += LANES) {
            combineOne(k, n, w, wAt, wStride, b, bAt + i, y, yAt + i);
        }
        PlainRows.combine(k, n - i, n, w, wAt, wStride, b, bAt + i, y, yAt + i);
    }

    private static void combineFour(
            int k, int n, double[] w, int wAt, int wStride, double[] b, int bAt, double[] y, int yAt) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int at = bAt;
        for (int l = 0; l < k; l++) {
            DoubleVector weight = DoubleVector.broadcast(SPECIES, w[wAt + l * wStride]);
            s0 = weight.fma(DoubleVector.fromArray(SPECIES, b, at), s0);
            s1 = weight.fma(DoubleVector.fromArray(SPECIES, b, at + LANES), s1);
            s2 = weight.fma(DoubleVector.fromArray(SPECIES, b, at + 2 * LANES), s2);
            s3 = weight.fma(DoubleVector.fromArray(SPECIES, b, at + 3 * LANES), s3);
            at += n;
        }
        s0.intoArray(y, yAt);
        s1.intoArray(y, yAt + LANES);
        s2.intoArray(y, yAt + 2 * LANES);
        s3.intoArray(y, yAt + 3 * LANES);
    }

    private static void combineOne(
            int k, int n, double[] w, int wAt, int wStride, double[] b, int bAt, double[] y, int yAt) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        int at = bAt;
        for (int l = 0; l < k; l++) {
            DoubleVector weight = DoubleVector.broadcast(SPECIES, w[wAt + l * wStride]);
            sum = weight.fma(DoubleVector.fromArray(SPECIES, b, at), sum);
            at += n;
        }
        sum.intoArray(y, yAt);
    }

    @Override
    public void addRow(int n, double weight, double[] y, int yAt, double[] c, int cAt) {
        DoubleVector factor = DoubleVector.broadcast(SPECIES, weight);
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, c, cAt + i);
            sum.add(factor.mul(DoubleVector.fromArray(SPECIES, y, yAt + i))).intoArray(c, cAt + i);
        }
        PlainRows.add(n - i, weight, y, yAt + i, c, cAt + i);
    }
}
