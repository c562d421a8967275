package dev.orbit.compiler.claim;

import java.util.stream.IntStream;

/**
 * The shape that the numbers of a gradient make.
 *
 * @param entries row-major
 */
record GradientShape(double[] entries, int rows, int columns) {
    /** What is smaller than this part of the largest entry left counts as zero when the rank is told. */
    private static final double TOLERANCE = 1e-10;

    /** Rank, zero rows, zero columns. */
    String text() {
        String text = "rank " + rank() + " of " + Math.min(rows, columns);
        long zeroRows = IntStream.range(0, rows).filter(this::isZeroRow).count();
        long zeroColumns =
                IntStream.range(0, columns).filter(this::isZeroColumn).count();
        return text
                + (zeroRows > 0 ? ", " + zeroRows + " of " + rows + " rows zero" : "")
                + (zeroColumns > 0 ? ", " + zeroColumns + " of " + columns + " columns zero" : "");
    }

    /** Of a vector: how many entries are zero; empty if none is. */
    String entriesText() {
        long zeros = IntStream.range(0, rows).filter(this::isZeroRow).count();
        return zeros > 0 ? zeros + " of " + rows + " entries zero" : "";
    }

    private boolean isZeroRow(int row) {
        return IntStream.range(0, columns).allMatch(column -> entries[row * columns + column] == 0);
    }

    private boolean isZeroColumn(int column) {
        return IntStream.range(0, rows).allMatch(row -> entries[row * columns + column] == 0);
    }

    /** By elimination with complete pivoting (Golub and Van Loan, Matrix Computations, 4th ed., section 3.4.7). */
    int rank() {
        double[] a = entries.clone();
        double first = 0;
        for (int rank = 0; rank < Math.min(rows, columns); rank++) {
            int pivot = largest(a, rank);
            double size = Math.abs(a[pivot]);
            first = rank == 0 ? size : first;
            if (!(size > TOLERANCE * first)) {
                return rank;
            }
            swapRows(a, rank, pivot / columns);
            swapColumns(a, rank, pivot % columns);
            eliminate(a, rank);
        }
        return Math.min(rows, columns);
    }

    private int largest(double[] a, int from) {
        int best = from * columns + from;
        for (int i = from; i < rows; i++) {
            for (int j = from; j < columns; j++) {
                best = Math.abs(a[i * columns + j]) > Math.abs(a[best]) ? i * columns + j : best;
            }
        }
        return best;
    }

    private void swapRows(double[] a, int i, int k) {
        for (int j = 0; j < columns; j++) {
            double kept = a[i * columns + j];
            a[i * columns + j] = a[k * columns + j];
            a[k * columns + j] = kept;
        }
    }

    private void swapColumns(double[] a, int j, int k) {
        for (int i = 0; i < rows; i++) {
            double kept = a[i * columns + j];
            a[i * columns + j] = a[i * columns + k];
            a[i * columns + k] = kept;
        }
    }

    private void eliminate(double[] a, int at) {
        for (int i = at + 1; i < rows; i++) {
            double factor = a[i * columns + at] / a[at * columns + at];
            for (int j = at; j < columns; j++) {
                a[i * columns + j] -= factor * a[at * columns + j];
            }
        }
    }
}
