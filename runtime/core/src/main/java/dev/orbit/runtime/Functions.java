package dev.orbit.runtime;

/**
 * The numeric functions that emitted code calls and Java's {@code Math} does not have.
 *
 * <p>They allocate nothing and keep no state. NaN gives NaN unless a function says otherwise; infinities and signed zeros give the limit.
 * How many ulps each is off at most, measured against arithmetic of 31 digits, stands in {@code docs/accuracy.md}. They build on
 * {@code Math}, so that the last bit may differ between Java versions where those differ.
 */
public final class Functions {
    private static final double LOG_2 = 0.6931471805599453;
    /** Below it exp(x), and above minus it exp(-x), is no longer a normal number. */
    private static final double NORMAL_EXP_START = -708;

    private static final double EXP_MINUS_64 = 1.603810890548638e-28;
    private static final double EXP_MINUS_64_LOW = -7.361325221284214e-45;

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

    /**
     * x^(y - 1), from x^y / x where y - 1 is not a double: a rounded exponent would cost digits. At 0 as {@code Math.pow(x, y - 1)}.
     */
    public static double lowerPower(double x, double y) {
        double p = y - 1;
        if (y - p != 1 || p + 1 != y) {
            double power = Math.pow(x, y) / x;
            if (Math.abs(power) >= Double.MIN_NORMAL && Math.abs(power) <= Double.MAX_VALUE) {
                return power;
            }
        }
        return Math.pow(x, p);
    }

    /** The larger of x and 0; NaN for NaN. */
    public static double relu(double x) {
        return Math.max(x, 0);
    }

    /** 1 / (1 + exp(-x)), also where exp(-x) overflows: {@code sigmoid(-745)} is the least double. */
    public static double sigmoid(double x) {
        if (x < NORMAL_EXP_START) {
            return Math.exp(x);
        }
        double e = Math.exp(-x);
        double sum = 1 + e;
        // what rounding took from the sum and from the quotient, given back: 1.6 instead of 2.1 ulp
        double back = sum - 1;
        double lost = (1 - (sum - back)) + (e - back);
        double quotient = 1 / sum;
        return quotient + quotient * (Math.fma(-quotient, sum, 1) - quotient * lost);
    }

    /** log(1 + exp(x)). */
    public static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    /** x sigmoid(x). */
    public static double silu(double x) {
        if (x < NORMAL_EXP_START) {
            return siluNearUnderflow(x);
        }
        return x / (1 + Math.exp(-x));
    }

    /** x exp(x), as (x exp(-64)) exp(x + 64): exp(x) alone would be subnormal, and have lost digits. */
    private static double siluNearUnderflow(double x) {
        if (x < -1e3) {
            return -0.0;
        }
        double e = Math.exp(x + 64);
        double factor = x * EXP_MINUS_64;
        double lost = Math.fma(x, EXP_MINUS_64, -factor) + x * EXP_MINUS_64_LOW;
        double product = e * factor;
        return product + (Math.fma(e, factor, -product) + e * lost);
    }

    /** log(1 - exp(x)) for x at most 0. */
    public static double log1mexp(double x) {
        return x > -LOG_2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
    }

    /** log(cosh(x)), also where cosh overflows. */
    public static double logCosh(double x) {
        double u = Math.abs(x);
        if (u < 1) {
            double s = Math.sinh(0.5 * u);
            return Math.log1p(2 * s * s);
        }
        return u + (Math.log1p(Math.exp(-2 * u)) - LOG_2);
    }

    /** log(exp(x) + exp(y)). */
    public static double logAddExp(double x, double y) {
        double far = x == y ? 0 : Math.abs(x - y);
        return Math.max(x, y) + Math.log1p(Math.exp(-far));
    }

    /** 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x. */
    public static double erf(double x) {
        return ErrorFunctions.erf(x);
    }

    /** 1 - erf(x), to full relative accuracy however small. */
    public static double erfc(double x) {
        return ErrorFunctions.erfc(x);
    }

    /** exp(-x^2). */
    public static double gaussian(double x) {
        return ErrorFunctions.gaussian(x);
    }

    /** exp(-x^2/2) / sqrt(2 pi). */
    public static double normalDensity(double x) {
        return ErrorFunctions.normalDensity(x);
    }

    /** The integral of {@link #normalDensity} from minus infinity to x, to full relative accuracy however small. */
    public static double normalCdf(double x) {
        return ErrorFunctions.normalCdf(x);
    }

    /** x normalCdf(x), the Gaussian error linear unit in its exact form. */
    public static double gelu(double x) {
        return ErrorFunctions.gelu(x);
    }

    /** log|Gamma(x)|; infinite at 0, -1, -2, ... */
    public static double lgamma(double x) {
        return GammaFunctions.lgamma(x);
    }

    /** The derivative of {@link #lgamma}; minus infinity at 0, infinity at -0, NaN at -1, -2, ... */
    public static double digamma(double x) {
        return GammaFunctions.digamma(x);
    }

    /** The derivative of {@link #digamma}; infinite at 0, -1, -2, ... */
    public static double trigamma(double x) {
        return GammaFunctions.trigamma(x);
    }

    /**
     * The derivative of order n of {@link #digamma} at x.
     *
     * @param n a whole number from 0 to 170; NaN is returned for any other
     */
    public static double polygamma(double n, double x) {
        return GammaFunctions.polygamma(n, x);
    }
}
