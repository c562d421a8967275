package dev.orbit.runtime;

/**
 * exp and what is made of it: x = (k + r / log 2) / 128 with whole k, 2^(k/128) from a table in two parts, exp(r) by its series.
 *
 * <p>Method: P. T. P. Tang, Table-driven implementation of the exponential function in IEEE floating-point arithmetic (1989).
 */
final class Exponential {
    private static final double STEPS_PER_ONE = 0x1.71547652b82fep7;
    private static final double STEP = 0x1.62e42fefa39efp-8;
    private static final double STEP_LOW = 0x1.abc9e3b39803fp-63;
    /** A number added to this one is rounded to a whole one, which is then in the last bits. */
    private static final double ROUNDING = 0x1.8p52;
    /** Within, 2^k is a normal number, and so is what is made of it. */
    private static final double NORMAL = 708;

    private static final double OVERFLOW = 0x1.62e42fefa39efp9;
    /** Below it exp(x) is less than half the least double. */
    private static final double UNDERFLOW = -745.2;

    /** Beyond it 1 + exp(-|x|) is 1. */
    private static final double FLAT = 40;

    private static final double EXP_MINUS_64 = 1.603810890548638e-28;
    private static final double EXP_MINUS_64_LOW = -7.361325221284214e-45;
    /** Multiplies by 2^64 when added to the bits of a double. */
    private static final long SHIFT = 64L << 52;

    private static final int ROWS = 128;
    /** In pairs: 2^(i/128) less i in the place of its exponent's last bits (bits of a double), and what is lost of it, relatively. */
    private static final long[] POWERS = new long[ROWS];

    private static final double[] LOST = new double[ROWS];

    static {
        fill();
    }

    private Exponential() {}

    static double exp(double x) {
        if (!(Math.abs(x) < NORMAL)) {
            return far(x);
        }
        double rounded = Math.fma(x, STEPS_PER_ONE, ROUNDING);
        double k = rounded - ROUNDING;
        double r = Math.fma(k, -STEP_LOW, Math.fma(k, -STEP, x));
        long bits = Double.doubleToRawLongBits(rounded);
        int row = (int) bits & (ROWS - 1);
        double power = Double.longBitsToDouble(POWERS[row] + (bits << 45));
        return Math.fma(power, LOST[row] + expm1OfSmall(r), power);
    }

    /** exp(x) in two parts, for |x| below 708: this is the first, a power of 2^(1/128), and {@code power * rest(x)} the second. */
    static double power(double x) {
        long bits = Double.doubleToRawLongBits(Math.fma(x, STEPS_PER_ONE, ROUNDING));
        return Double.longBitsToDouble(POWERS[(int) bits & (ROWS - 1)] + (bits << 45));
    }

    /** exp(x) / power(x) - 1. */
    static double rest(double x) {
        double rounded = Math.fma(x, STEPS_PER_ONE, ROUNDING);
        double k = rounded - ROUNDING;
        double r = Math.fma(k, -STEP_LOW, Math.fma(k, -STEP, x));
        return LOST[(int) Double.doubleToRawLongBits(rounded) & (ROWS - 1)] + expm1OfSmall(r);
    }

    /** exp(r) - 1 for |r| up to 0.003. */
    private static double expm1OfSmall(double r) {
        double square = r * r;
        double low = Math.fma(r, 1.0 / 6, 0.5);
        double high = Math.fma(r, 1.0 / 120, 1.0 / 24);
        return Math.fma(square, Math.fma(square, high, low), r);
    }

    /** exp(x) where its power of 2, or the square of that, is not a normal number. */
    private static double far(double x) {
        if (x > OVERFLOW) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < UNDERFLOW) {
            return 0;
        }
        if (Double.isNaN(x)) {
            return x;
        }
        double rounded = Math.fma(x, STEPS_PER_ONE, ROUNDING);
        double k = rounded - ROUNDING;
        double r = Math.fma(k, -STEP_LOW, Math.fma(k, -STEP, x));
        long bits = Double.doubleToRawLongBits(rounded);
        int row = (int) bits & (ROWS - 1);
        double power = Double.longBitsToDouble(POWERS[row] + (bits << 45) + (x > 0 ? -SHIFT : SHIFT));
        return Math.fma(power, LOST[row] + expm1OfSmall(r), power) * (x > 0 ? 0x1p64 : 0x1p-64);
    }

    /** exp(x) - 1, to full relative accuracy however small. */
    static double expm1(double x) {
        double u = Math.abs(x);
        if (!(u > 0x1p-54 && u < NORMAL)) {
            return u <= 0x1p-54 ? x : x < 0 ? -1 : exp(x);
        }
        double rounded = Math.fma(x, STEPS_PER_ONE, ROUNDING);
        double k = rounded - ROUNDING;
        double first = Math.fma(k, -STEP, x);
        double r = Math.fma(k, -STEP_LOW, first);
        double rLow = Math.fma(k, -STEP_LOW, first - r);
        long bits = Double.doubleToRawLongBits(rounded);
        int row = (int) bits & (ROWS - 1);
        double power = Double.longBitsToDouble(POWERS[row] + (bits << 45));
        double square = r * r;
        double high = Math.fma(square, 1.0 / 720, Math.fma(r, 1.0 / 120, 1.0 / 24));
        double series = Math.fma(square, high, Math.fma(r, 1.0 / 6, 0.5));
        double less = power - 1;
        double back = less - power;
        double lost = (power - (less - back)) - (1 + back);
        double sum = less + r;
        lost += (less - sum) + r;
        return sum + (lost + Math.fma(power, Math.fma(square, series, LOST[row] + rLow), less * r));
    }

    /** 1 / (1 + exp(-x)). */
    static double sigmoid(double x) {
        if (!(Math.abs(x) < FLAT)) {
            return x > 0 ? 1 : exp(x);
        }
        double rounded = Math.fma(-x, STEPS_PER_ONE, ROUNDING);
        double k = rounded - ROUNDING;
        double r = Math.fma(k, -STEP_LOW, Math.fma(k, -STEP, -x));
        long bits = Double.doubleToRawLongBits(rounded);
        int row = (int) bits & (ROWS - 1);
        double power = Double.longBitsToDouble(POWERS[row] + (bits << 45));
        double rest = power * (LOST[row] + expm1OfSmall(r));
        double partial = 1 + power;
        double back = partial - 1;
        double sum = partial + rest;
        double lost = (1 - (partial - back)) + (power - back) + ((partial - sum) + rest);
        double quotient = 1 / sum;
        return Math.fma(quotient, Math.fma(-quotient, sum, 1) - quotient * lost, quotient);
    }

    /** x / (1 + exp(-x)). */
    static double silu(double x) {
        if (!(Math.abs(x) < FLAT)) {
            return x > 0 ? x : timesExp(x);
        }
        double rounded = Math.fma(-x, STEPS_PER_ONE, ROUNDING);
        double k = rounded - ROUNDING;
        double r = Math.fma(k, -STEP_LOW, Math.fma(k, -STEP, -x));
        long bits = Double.doubleToRawLongBits(rounded);
        int row = (int) bits & (ROWS - 1);
        double power = Double.longBitsToDouble(POWERS[row] + (bits << 45));
        double rest = power * (LOST[row] + expm1OfSmall(r));
        double partial = 1 + power;
        double back = partial - 1;
        double sum = partial + rest;
        double lost = (1 - (partial - back)) + (power - back) + ((partial - sum) + rest);
        double reciprocal = 1 / sum;
        double quotient = x * reciprocal;
        return Math.copySign(Math.fma(reciprocal, Math.fma(-quotient, sum, x) - quotient * lost, quotient), x);
    }

    /** x exp(x) for x below -40, as (x exp(-64)) exp(x + 64): exp(x) alone might be subnormal, and have lost digits. */
    private static double timesExp(double x) {
        if (x < -1e3) {
            return -0.0;
        }
        double e = exp(x + 64);
        double factor = x * EXP_MINUS_64;
        double lost = Math.fma(x, EXP_MINUS_64, -factor) + x * EXP_MINUS_64_LOW;
        double product = e * factor;
        return product + (Math.fma(e, factor, -product) + e * lost);
    }

    private static void fill() {
        TwoDoubles root = rootOfTwo();
        TwoDoubles power = TwoDoubles.of(1);
        for (int i = 0; i < ROWS; i++) {
            POWERS[i] = Double.doubleToRawLongBits(power.high()) - ((long) i << 45);
            LOST[i] = power.low() / power.high();
            power = power.times(root);
        }
    }

    /** 2^(1/128) by the series of exp. */
    private static TwoDoubles rootOfTwo() {
        TwoDoubles x = new TwoDoubles(STEP, STEP_LOW);
        TwoDoubles sum = TwoDoubles.of(1);
        for (int n = 14; n >= 1; n--) {
            sum = TwoDoubles.of(1).plus(x.times(sum).over(TwoDoubles.of(n)));
        }
        return sum;
    }
}
