package dev.orbit.benchmarks;

/** The same in plain loops, which HotSpot vectorises: one store each, four factors at a time. */
final class PlainLanes {
    private PlainLanes() {}

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
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < k; j += 4) {
                int at = aAt + i * aRow + j * aColumn;
                add(
                        32,
                        a[at],
                        a[at + aColumn],
                        a[at + 2 * aColumn],
                        a[at + 3 * aColumn],
                        b,
                        bAt + j * row,
                        row,
                        c,
                        cAt + i * row);
            }
        }
    }

    private static void add(
            int n, double w0, double w1, double w2, double w3, double[] b, int bAt, int row, double[] c, int cAt) {
        for (int l = 0; l < n; l++) {
            c[cAt + l] = Math.fma(
                    w0,
                    b[bAt + l],
                    Math.fma(
                            w1,
                            b[bAt + row + l],
                            Math.fma(w2, b[bAt + 2 * row + l], Math.fma(w3, b[bAt + 3 * row + l], c[cAt + l]))));
        }
    }

    static void addOuter(int m, int n, int columns, double[] x, double[] y, int yAt, int row, double[] g, int gAt) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j += 4) {
                double s0 = 0;
                double s1 = 0;
                double s2 = 0;
                double s3 = 0;
                int at = yAt + j * row;
                for (int l = 0; l < columns; l++) {
                    double xl = x[i * row + l];
                    s0 = Math.fma(xl, y[at + l], s0);
                    s1 = Math.fma(xl, y[at + row + l], s1);
                    s2 = Math.fma(xl, y[at + 2 * row + l], s2);
                    s3 = Math.fma(xl, y[at + 3 * row + l], s3);
                }
                g[gAt + i * n + j] += s0;
                g[gAt + i * n + j + 1] += s1;
                g[gAt + i * n + j + 2] += s2;
                g[gAt + i * n + j + 3] += s3;
            }
        }
    }
}
