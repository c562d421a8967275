package dev.orbit.runtime;

/**
 * The numeric functions that emitted code calls.
 *
 * <p>They allocate nothing and keep no state. NaN gives NaN unless a function says otherwise; infinities and signed zeros give the limit.
 * How many ulps each is off at most, measured against arithmetic of 31 digits, stands in {@code docs/accuracy.md}. They are made of
 * operations whose bits Java prescribes (arithmetic, roots, fused multiply-adds, {@code StrictMath}), so that they give the same bits on
 * every Java version and every processor; {@code Math.exp} and its like do not. Only {@link #lowerPower} and the gamma functions also
 * stand on {@code Math}'s powers, sines and cosines, because those of {@code StrictMath} allocate.
 */
public final class Functions {
    private static final double LOG_2 = 0.6931471805599453;

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

    /** e^x: 0 from below -745.13 on, infinite beyond 709.78. */
    public static double exp(double x) {
        return Exponential.exp(x);
    }

    /** The natural logarithm; minus infinity at 0, NaN below. */
    public static double log(double x) {
        return Logarithm.log(x);
    }

    /** log(1 + x), to full relative accuracy however small; minus infinity at -1, NaN below. */
    public static double log1p(double x) {
        return Logarithm.log1p(x);
    }

    /** exp(x) - 1, to full relative accuracy however small. */
    public static double expm1(double x) {
        return Exponential.expm1(x);
    }

    /** The hyperbolic tangent. */
    public static double tanh(double x) {
        return HyperbolicTangent.at(x);
    }

    /** 1 / (1 + exp(-x)), also where exp(-x) overflows: {@code sigmoid(-745)} is the least double. */
    public static double sigmoid(double x) {
        return Exponential.sigmoid(x);
    }

    /** log(1 + exp(x)). */
    public static double softplus(double x) {
        return Logarithm.softplus(x);
    }

    /** x sigmoid(x). */
    public static double silu(double x) {
        return Exponential.silu(x);
    }

    /** log(1 - exp(x)) for x at most 0. */
    public static double log1mexp(double x) {
        return x > -LOG_2 ? log(-expm1(x)) : log1p(-exp(x));
    }

    /** log(cosh(x)), also where cosh overflows. */
    public static double logCosh(double x) {
        double u = Math.abs(x);
        if (u < 1) {
            double s = StrictMath.sinh(0.5 * u);
            return log1p(2 * s * s);
        }
        return u + (log1p(exp(-2 * u)) - LOG_2);
    }

    /** log(exp(x) + exp(y)). */
    public static double logAddExp(double x, double y) {
        double far = x == y ? 0 : Math.abs(x - y);
        return Math.max(x, y) + log1p(exp(-far));
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
