package dev.orbit.runtime;

/**
 * Linear algebra of emitted code, on parts of flat arrays. A matrix lies row by row without gaps; {@code xAt} is where x begins
 * in its array. Results overwrite their place, which overlaps no argument.
 *
 * <p>Each entry of a product is a left fold from 0 of fused multiply-adds in the order of the summed index, so the bits are the
 * same on every machine and for every way to block the loops. Sizes come first: m rows of the left factor, k summed, n columns.
 */
public final class Kernels {
    /** Rows shorter than this are not worth the way to the vector instructions. */
    private static final int SHORT = 8;

    private static final RowKernels ROWS = VectorModule.rows();

    private Kernels() {}

    /** y = A x, with A of shape [m, k]. Eight rows at a time: eight folds that do not wait for one another. */
    public static void multiply(int m, int k, double[] a, int aAt, double[] x, int xAt, double[] y, int yAt) {
        int i = 0;
        for (; i + 8 <= m; i += 8) {
            eightRows(k, a, aAt + i * k, x, xAt, y, yAt + i);
        }
        for (; i < m; i++) {
            double sum = 0;
            int row = aAt + i * k;
            for (int j = 0; j < k; j++) {
                sum = Math.fma(a[row + j], x[xAt + j], sum);
            }
            y[yAt + i] = sum;
        }
    }

    private static void eightRows(int k, double[] a, int aAt, double[] x, int xAt, double[] y, int yAt) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int j = 0; j < k; j++) {
            double xj = x[xAt + j];
            s0 = Math.fma(a[aAt + j], xj, s0);
            s1 = Math.fma(a[aAt + k + j], xj, s1);
            s2 = Math.fma(a[aAt + 2 * k + j], xj, s2);
            s3 = Math.fma(a[aAt + 3 * k + j], xj, s3);
            s4 = Math.fma(a[aAt + 4 * k + j], xj, s4);
            s5 = Math.fma(a[aAt + 5 * k + j], xj, s5);
            s6 = Math.fma(a[aAt + 6 * k + j], xj, s6);
            s7 = Math.fma(a[aAt + 7 * k + j], xj, s7);
        }
        y[yAt] = s0;
        y[yAt + 1] = s1;
        y[yAt + 2] = s2;
        y[yAt + 3] = s3;
        y[yAt + 4] = s4;
        y[yAt + 5] = s5;
        y[yAt + 6] = s6;
        y[yAt + 7] = s7;
    }

    /** y = A' x, with A of shape [k, m]. */
    public static void multiplyTransposed(int k, int m, double[] a, int aAt, double[] x, int xAt, double[] y, int yAt) {
        combine(k, m, x, xAt, 1, a, aAt, y, yAt);
    }

    /** C = A B, with A of shape [m, k] and B of shape [k, n]. */
    public static void multiply(int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
        for (int i = 0; i < m; i++) {
            combine(k, n, a, aAt + i * k, 1, b, bAt, c, cAt + i * n);
        }
    }

    /** C = A' B, with A of shape [k, m] and B of shape [k, n]. */
    public static void multiplyTransposed(
            int k, int m, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
        for (int i = 0; i < m; i++) {
            combine(k, n, a, aAt + i, m, b, bAt, c, cAt + i * n);
        }
    }

    private static void combine(
            int k, int n, double[] w, int wAt, int wStride, double[] b, int bAt, double[] y, int yAt) {
        if (n < SHORT) {
            PlainRows.combine(k, n, n, w, wAt, wStride, b, bAt, y, yAt);
        } else {
            ROWS.combine(k, n, w, wAt, wStride, b, bAt, y, yAt);
        }
    }

    /** C = A B', with A of shape [m, k] and B of shape [n, k]. */
    public static void multiplyByTransposed(
            int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
        for (int i = 0; i < m; i++) {
            multiply(n, k, b, bAt, a, aAt + i * k, c, cAt + i * n);
        }
    }

    /** C = x y', with x of m entries and y of n. */
    public static void outer(int m, int n, double[] x, int xAt, double[] y, int yAt, double[] c, int cAt) {
        for (int i = 0; i < m; i++) {
            double xi = x[xAt + i];
            int row = cAt + i * n;
            for (int j = 0; j < n; j++) {
                c[row + j] = xi * y[yAt + j];
            }
        }
    }

    /** C += x y', with x of m entries and y of n; each product is rounded before it is added. */
    public static void addOuter(int m, int n, double[] x, int xAt, double[] y, int yAt, double[] c, int cAt) {
        for (int i = 0; i < m; i++) {
            addRow(n, x[xAt + i], y, yAt, c, cAt + i * n);
        }
    }

    /** C -= x y', with x of m entries and y of n; each product is rounded before it is subtracted. */
    public static void subtractOuter(int m, int n, double[] x, int xAt, double[] y, int yAt, double[] c, int cAt) {
        for (int i = 0; i < m; i++) {
            addRow(n, -x[xAt + i], y, yAt, c, cAt + i * n);
        }
    }

    private static void addRow(int n, double weight, double[] y, int yAt, double[] c, int cAt) {
        if (n < SHORT) {
            PlainRows.add(n, weight, y, yAt, c, cAt);
        } else {
            ROWS.addRow(n, weight, y, yAt, c, cAt);
        }
    }

    /** log(exp(x1) + ... + exp(xn)) without overflow; the largest entry itself where that is infinite or NaN. */
    public static double logSumExp(int n, double[] x, int xAt) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, x[xAt + i]);
        }
        if (Double.isInfinite(max)) {
            return max;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Exponential.exp(x[xAt + i] - max);
        }
        return max + Logarithm.log(sum);
    }

    /** The Euclidean norm, scaled by the largest entry so that no square overflows or is lost. */
    public static double norm(int n, double[] x, int xAt) {
        double max = 0;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, Math.abs(x[xAt + i]));
        }
        if (max == 0 || max == Double.POSITIVE_INFINITY) {
            return max;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double ratio = x[xAt + i] / max;
            sum += ratio * ratio;
        }
        return max * Math.sqrt(sum);
    }

    /** The number, from 1, of the first entry that no other exceeds; of nothing 0. */
    public static int largest(int n, double[] x, int xAt) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (x[xAt + i] > x[xAt + best]) {
                best = i;
            }
        }
        return n == 0 ? 0 : best + 1;
    }

    /** The number, from 1, of the first entry that exceeds no other; of nothing 0. */
    public static int smallest(int n, double[] x, int xAt) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (x[xAt + i] < x[xAt + best]) {
                best = i;
            }
        }
        return n == 0 ? 0 : best + 1;
    }
}
