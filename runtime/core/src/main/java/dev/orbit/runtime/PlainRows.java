package dev.orbit.runtime;

/** Rows in plain Java. */
final class PlainRows implements RowKernels {
    @Override
    public void combine(int k, int n, double[] w, int wAt, int wStride, double[] b, int bAt, double[] y, int yAt) {
        combine(k, n, n, w, wAt, wStride, b, bAt, y, yAt);
    }

    /** The first n numbers of rows that begin {@code bStride} apart. Eight at a time: eight folds that do not wait for one another. */
    static void combine(
            int k, int n, int bStride, double[] w, int wAt, int wStride, double[] b, int bAt, double[] y, int yAt) {
        int i = 0;
        for (; i + 8 <= n; i += 8) {
            combineEight(k, bStride, w, wAt, wStride, b, bAt + i, y, yAt + i);
        }
        for (; i < n; i++) {
            double sum = 0;
            for (int l = 0; l < k; l++) {
                sum = Math.fma(w[wAt + l * wStride], b[bAt + l * bStride + i], sum);
            }
            y[yAt + i] = sum;
        }
    }

    private static void combineEight(
            int k, int bStride, double[] w, int wAt, int wStride, double[] b, int bAt, double[] y, int yAt) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int at = bAt;
        for (int l = 0; l < k; l++) {
            double weight = w[wAt + l * wStride];
            s0 = Math.fma(weight, b[at], s0);
            s1 = Math.fma(weight, b[at + 1], s1);
            s2 = Math.fma(weight, b[at + 2], s2);
            s3 = Math.fma(weight, b[at + 3], s3);
            s4 = Math.fma(weight, b[at + 4], s4);
            s5 = Math.fma(weight, b[at + 5], s5);
            s6 = Math.fma(weight, b[at + 6], s6);
            s7 = Math.fma(weight, b[at + 7], s7);
            at += bStride;
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

    @Override
    public void addRow(int n, double weight, double[] y, int yAt, double[] c, int cAt) {
        add(n, weight, y, yAt, c, cAt);
    }

    static void add(int n, double weight, double[] y, int yAt, double[] c, int cAt) {
        for (int j = 0; j < n; j++) {
            c[cAt + j] += weight * y[yAt + j];
        }
    }
}
