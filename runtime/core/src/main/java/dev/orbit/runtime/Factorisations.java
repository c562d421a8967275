package dev.orbit.runtime;

/**
 * Cholesky's factor, its adjoint and triangular solutions, on parts of flat arrays, row by row without gaps. Results overwrite
 * their place, which overlaps no argument. Each entry is a left fold of fused multiply-subtracts, then a division or root.
 */
public final class Factorisations {
    private Factorisations() {}

    /** The lower L with L L' = A, zeros above its diagonal; A's lower triangle is read. NaN where A is not positive definite. */
    public static void cholesky(int n, double[] a, int aAt, double[] l, int lAt) {
        for (int i = 0; i < n; i++) {
            int row = lAt + i * n;
            for (int j = 0; j <= i; j++) {
                int other = lAt + j * n;
                double rest = a[aAt + i * n + j];
                for (int k = 0; k < j; k++) {
                    rest = Math.fma(-l[row + k], l[other + k], rest);
                }
                l[row + j] = i == j ? Math.sqrt(rest) : rest / l[other + j];
            }
            for (int j = i + 1; j < n; j++) {
                l[row + j] = 0;
            }
        }
    }

    /** X with L X = B, with B of shape [n, columns]. */
    public static void solveLower(int n, int columns, double[] l, int lAt, double[] b, int bAt, double[] x, int xAt) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < columns; j++) {
                double rest = b[bAt + i * columns + j];
                for (int k = 0; k < i; k++) {
                    rest = Math.fma(-l[lAt + i * n + k], x[xAt + k * columns + j], rest);
                }
                x[xAt + i * columns + j] = rest / l[lAt + i * n + i];
            }
        }
    }

    /** X with L' X = B, with B of shape [n, columns]; X may lie where B lies. */
    public static void solveLowerTransposed(
            int n, int columns, double[] l, int lAt, double[] b, int bAt, double[] x, int xAt) {
        for (int i = n - 1; i >= 0; i--) {
            for (int j = 0; j < columns; j++) {
                double rest = b[bAt + i * columns + j];
                for (int k = i + 1; k < n; k++) {
                    rest = Math.fma(-l[lAt + k * n + i], x[xAt + k * columns + j], rest);
                }
                x[xAt + i * columns + j] = rest / l[lAt + i * n + i];
            }
        }
    }

    /**
     * The adjoint of {@link #cholesky}: from L and the adjoint of L that of A, whose lower triangle has the weight of both of
     * its mirror images; zeros above the diagonal.
     *
     * <p>Source: I. Murray, Differentiation of the Cholesky decomposition, 2016, equations 9 and 10.
     */
    public static void choleskyAdjoint(
            int n, double[] l, int lAt, double[] adjoint, int adjointAt, double[] a, int aAt) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = i; k < n && j <= i; k++) {
                    sum = Math.fma(l[lAt + k * n + i], adjoint[adjointAt + k * n + j], sum);
                }
                a[aAt + i * n + j] = i == j ? 0.5 * sum : sum;
            }
        }
        solveLowerTransposed(n, n, l, lAt, a, aAt, a, aAt);
        transpose(n, a, aAt);
        solveLowerTransposed(n, n, l, lAt, a, aAt, a, aAt);
        transpose(n, a, aAt);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a[aAt + i * n + j] += a[aAt + j * n + i];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                a[aAt + i * n + j] = 0;
            }
        }
    }

    /**
     * The tangent of {@link #cholesky}: from L and the tangent of A, whose lower triangle is read, that of L: LDot with
     * LDot L' + L LDot' = ADot; zeros above the diagonal.
     */
    public static void choleskyTangent(int n, double[] l, int lAt, double[] a, int aAt, double[] dot, int dotAt) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = a[aAt + i * n + j];
                for (int k = 0; k < j; k++) {
                    rest = Math.fma(-dot[dotAt + i * n + k], l[lAt + j * n + k], rest);
                    rest = Math.fma(-l[lAt + i * n + k], dot[dotAt + j * n + k], rest);
                }
                rest = i == j ? 0.5 * rest : Math.fma(-l[lAt + i * n + j], dot[dotAt + j * n + j], rest);
                dot[dotAt + i * n + j] = rest / l[lAt + j * n + j];
            }
            for (int j = i + 1; j < n; j++) {
                dot[dotAt + i * n + j] = 0;
            }
        }
    }

    private static void transpose(int n, double[] a, int aAt) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double lower = a[aAt + i * n + j];
                a[aAt + i * n + j] = a[aAt + j * n + i];
                a[aAt + j * n + i] = lower;
            }
        }
    }
}
