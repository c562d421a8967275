package dev.orbit.runtime;

/**
 * The error function and its kin: erf(x) = 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x (NIST Handbook, chapter 7).
 *
 * <p>What decays is computed as {@code exp(-x^2)} times a function that varies slowly, {@code exp(x^2) erfc(x)}; the rounding error of
 * {@code x * x}, which the exponential would magnify, is carried along.
 */
final class ErrorFunctions {
    private static final double ROOT_HALF = 0.7071067811865476;
    private static final double ROOT_HALF_LOW = -4.833646656726457e-17;
    private static final double DENSITY_AT_0 = 0.3989422804014327;
    private static final double DENSITY_AT_0_LOW = -2.49232720227773e-17;
    /** Beyond it exp(-x^2) is less than half the least double. */
    private static final double GAUSSIAN_END = 27.3;
    /** Likewise for exp(-x^2/2) times anything up to 1. */
    private static final double DENSITY_END = 38.61;
    /** Beyond it exp(-h) is subnormal, and has lost digits. */
    private static final double NORMAL_EXP_END = 708.39;

    private static final double EXP_MINUS_64 = 1.603810890548638e-28;

    private ErrorFunctions() {}

    static double gaussian(double x) {
        if (Math.abs(x) > GAUSSIAN_END) {
            return 0;
        }
        double square = x * x;
        return damped(square, Math.fma(x, x, -square), 1, 0);
    }

    static double erf(double x) {
        double a = Math.abs(x);
        if (a <= 1) {
            return x + x * Polynomial.at(ErrorCoefficients.ERF, 0, x * x);
        }
        return Math.copySign(1 - erfcOfPositive(a), x);
    }

    static double erfc(double x) {
        if (x > 0.5) {
            return erfcOfPositive(x);
        }
        if (x < -1) {
            return 2 - erfcOfPositive(-x);
        }
        double rest = 1 - x;
        double lost = (1 - rest) - x;
        return rest - (x * Polynomial.at(ErrorCoefficients.ERF, 0, x * x) - lost);
    }

    /** NaN for NaN. */
    private static double erfcOfPositive(double x) {
        if (x > GAUSSIAN_END) {
            return 0;
        }
        double square = x * x;
        double[] row = row(x);
        return damped(square, Math.fma(x, x, -square), row[1], correction(row, x, 0));
    }

    static double normalDensity(double x) {
        if (Math.abs(x) > DENSITY_END) {
            return 0;
        }
        double h = 0.5 * x * x;
        return damped(h, Math.fma(0.5 * x, x, -h), DENSITY_AT_0, DENSITY_AT_0_LOW);
    }

    static double normalCdf(double x) {
        double tail = tail(Math.abs(x), 0.5);
        return x < 0 ? tail : 1 - tail;
    }

    static double gelu(double x) {
        if (x < 0) {
            return x < -DENSITY_END ? -0.0 : tail(-x, 0.5 * x);
        }
        return x == 0 ? x : x * (1 - tail(x, 0.5));
    }

    /** factor * erfc(x / sqrt(2)) for x at least 0, or NaN. */
    private static double tail(double x, double factor) {
        if (x > DENSITY_END) {
            return 0;
        }
        double h = 0.5 * x * x;
        double u = x * ROOT_HALF;
        double lost = Math.fma(x, ROOT_HALF, -u) + x * ROOT_HALF_LOW;
        double[] row = row(u);
        double leading = factor * row[1];
        double rest = Math.fma(factor, row[1], -leading) + factor * correction(row, u, lost);
        return damped(h, Math.fma(0.5 * x, x, -h), leading, rest);
    }

    /** The piece of exp(x^2) erfc(x) that holds x. */
    private static double[] row(double x) {
        int piece = (int) (96 / (x + 3));
        return ErrorCoefficients.SCALED_ERFC[Math.max(0, Math.min(piece - 3, 28))];
    }

    /** exp(x^2) erfc(x) at x + low less the leading number of its row. */
    private static double correction(double[] row, double x, double low) {
        double t = (x - row[0] + low) / (x + 3);
        return row[2] + t * Polynomial.at(row, 3, t);
    }

    /** exp(-(h + low)) * (leading + rest), where low is small against 1 and rest against leading. */
    private static double damped(double h, double low, double leading, double rest) {
        if (h > NORMAL_EXP_END) {
            return damped(h - 64, low, leading, rest) * EXP_MINUS_64;
        }
        double e = Exponential.exp(-h);
        double product = e * leading;
        return product + (Math.fma(e, leading, -product) + e * (rest - (leading + rest) * low));
    }
}
