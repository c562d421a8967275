package dev.orbit.runtime;

/** The numeric functions that emitted code calls and Java's {@code Math} does not have. No allocation, no state. */
public final class Functions {
    private Functions() {}

    /** 1 where {@code x > 0}, else 0; also for NaN. */
    public static double heaviside(double x) {
        return x > 0 ? 1 : 0;
    }

    /** 1 where {@code x > y}, else 0; also for NaN. */
    public static double greater(double x, double y) {
        return x > y ? 1 : 0;
    }

    /** {@code x * y}, but 0 where {@code x == 0}, whatever y. */
    public static double scale(double x, double y) {
        return x == 0 ? 0 : x * y;
    }

    /** {@code x / y}, but 0 where {@code y == 0}. */
    public static double ratio(double x, double y) {
        return y == 0 ? 0 : x / y;
    }

    /** The larger of x and 0; NaN for NaN. */
    public static double relu(double x) {
        return Math.max(x, 0);
    }

    public static double sigmoid(double x) {
        return x < -709 ? Math.exp(x) : 1 / (1 + Math.exp(-x));
    }

    public static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    public static double silu(double x) {
        return x * sigmoid(x);
    }

    public static double log1mexp(double x) {
        return x > -0.6931471805599453 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
    }

    public static double logCosh(double x) {
        double u = Math.abs(x);
        return u + Math.log1p(Math.expm1(-2 * u) / 2);
    }

    public static double logAddExp(double x, double y) {
        return x == y ? x + 0.6931471805599453 : Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
    }

    public static double gelu(double x) {
        throw new UnsupportedOperationException("follows in the next commit");
    }

    public static double erf(double x) {
        throw new UnsupportedOperationException("follows in the next commit");
    }

    public static double erfc(double x) {
        throw new UnsupportedOperationException("follows in the next commit");
    }

    public static double gaussian(double x) {
        throw new UnsupportedOperationException("follows in the next commit");
    }

    public static double normalDensity(double x) {
        throw new UnsupportedOperationException("follows in the next commit");
    }

    public static double normalCdf(double x) {
        throw new UnsupportedOperationException("follows in the next commit");
    }

    public static double lgamma(double x) {
        throw new UnsupportedOperationException("follows in the next commit");
    }

    public static double digamma(double x) {
        throw new UnsupportedOperationException("follows in the next commit");
    }

    public static double trigamma(double x) {
        throw new UnsupportedOperationException("follows in the next commit");
    }

    public static double polygamma(double n, double x) {
        throw new UnsupportedOperationException("follows in the next commit");
    }
}
