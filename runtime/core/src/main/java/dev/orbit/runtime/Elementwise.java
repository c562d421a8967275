package dev.orbit.runtime;

/**
 * Functions of many numbers at once, bit for bit those of one: {@code y[yAt + i] = f(x[xAt + i])} for {@code i} from 0 to
 * {@code n - 1}. Result and argument may be the same numbers, but may not overlap otherwise.
 */
public final class Elementwise {
    private Elementwise() {}

    public static void tanh(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.tanh(x[xAt + i]);
        }
    }

    public static void exp(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.exp(x[xAt + i]);
        }
    }

    public static void log(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.log(x[xAt + i]);
        }
    }

    public static void log1p(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.log1p(x[xAt + i]);
        }
    }

    public static void expm1(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.expm1(x[xAt + i]);
        }
    }

    public static void sigmoid(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Functions.sigmoid(x[xAt + i]);
        }
    }

    public static void softplus(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Functions.softplus(x[xAt + i]);
        }
    }
}
