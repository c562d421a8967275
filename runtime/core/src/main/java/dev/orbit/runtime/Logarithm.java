package dev.orbit.runtime;

/**
 * log and what is made of it: x = 2^k z with z about 1, and log z = -log(i) + log1p(z i - 1), where i is one of 128 short numbers near 1/z.
 *
 * <p>i has so few bits that {@code z i - 1} is exact or nearly so; next to 1 it is 1, so that nothing cancels. Method: P. T. P. Tang,
 * Table-driven implementation of the logarithm function in IEEE floating-point arithmetic (1990).
 */
final class Logarithm {
    private static final int ROWS = 128;
    /** The bits of the least z: a little above 11/16, so that 1 lies within a row. */
    private static final long LEAST = 0x3fe6100000000000L;

    private static final long EXPONENT = 0xfffL << 52;
    /** log 2 in two parts: the first has so few bits that a whole multiple of it, and a logarithm of the table added, is exact. */
    private static final double LOG_2 = 0x1.62e42fefa3800p-1;

    private static final double LOG_2_LOW = 0x1.ef35793c76730p-45;
    /** A number added to this one, and subtracted again, is rounded to as many bits as {@link #LOG_2} has. */
    private static final double SHORTENING = 0x1.8p10;
    /** In fours: i, -log i in two parts, and nothing. */
    private static final double[] TABLE = table();

    /** Beyond it softplus is x, or exp(x). */
    private static final double FLAT = 40;

    private Logarithm() {}

    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            if (!(x > 0) || x > Double.MAX_VALUE) {
                return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
            }
            bits = Double.doubleToRawLongBits(x * 0x1p52) - (52L << 52);
        }
        long offset = bits - LEAST;
        int row = ((int) (offset >> 45) & (ROWS - 1)) << 2;
        double k = offset >> 52;
        double z = Double.longBitsToDouble(bits - (offset & EXPONENT));
        double r = Math.fma(z, TABLE[row], -1);
        double whole = Math.fma(k, LOG_2, TABLE[row + 1]);
        double sum = whole + r;
        double lost = (whole - sum) + r;
        return sum + Math.fma(r * r, series(r), lost + Math.fma(k, LOG_2_LOW, TABLE[row + 2]));
    }

    /** (log1p(r) - r) / r^2 for |r| below 0.006. */
    private static double series(double r) {
        double square = r * r;
        double a = Math.fma(r, 1.0 / 3, -0.5);
        double b = Math.fma(r, 0.2, -0.25);
        double c = Math.fma(r, 1.0 / 7, -1.0 / 6);
        return Math.fma(square, Math.fma(square, Math.fma(square, -0.125, c), b), a);
    }

    /** log(1 + x), to full relative accuracy however small. */
    static double log1p(double x) {
        if (!(Math.abs(x) > 0x1p-54)) {
            return x;
        }
        if (!(x > -1 && x <= Double.MAX_VALUE)) {
            return x == -1 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        double sum = 1 + x;
        double back = sum - 1;
        return log(0, sum, (1 - (sum - back)) + (x - back));
    }

    /** log(1 + exp(x)). */
    static double softplus(double x) {
        double u = Math.abs(x);
        if (!(u < FLAT)) {
            return x > 0 ? x : Exponential.exp(x);
        }
        double power = Exponential.power(-u);
        double rest = power * Exponential.rest(-u);
        double partial = 1 + power;
        double sum = partial + rest;
        return log(Math.max(x, 0), sum, (partial - sum) + rest + ((1 - partial) + power));
    }

    /** added + log(high + low), rounded about once: for normal numbers, with low small against high, or high = 1. */
    private static double log(double added, double high, double low) {
        long bits = Double.doubleToRawLongBits(high);
        long offset = bits - LEAST;
        int row = ((int) (offset >> 45) & (ROWS - 1)) << 2;
        double k = offset >> 52;
        double z = Double.longBitsToDouble(bits - (offset & EXPONENT));
        double first = Math.fma(z, TABLE[row], -1);
        // 2^-k; 0 where k is so large that low is nothing
        double rLow = low * TABLE[row] * Double.longBitsToDouble((1023L << 52) - (offset & EXPONENT));
        double r = first + rLow;
        rLow = (first - r) + rLow;
        double whole = Math.fma(k, LOG_2, TABLE[row + 1]);
        double sum = whole + r;
        double lost = (whole - sum) + r;
        double total = added + sum;
        double back = total - added;
        lost += (added - (total - back)) + (sum - back);
        return total + (Math.fma(r * r, series(r), lost + Math.fma(k, LOG_2_LOW, TABLE[row + 2])) + rLow);
    }

    private static double[] table() {
        double[] table = new double[4 * ROWS];
        TwoDoubles log = TwoDoubles.of(0);
        int before = 512;
        // from 1 upwards in z, then from 1 downwards
        for (int row = (int) ((0x3ff0000000000000L - LEAST) >> 45); row < ROWS; row++) {
            int i = inverse(row);
            log = log.plus(logOfRatio(i, before));
            fill(table, row, i, log);
            before = i;
        }
        log = TwoDoubles.of(0);
        before = 512;
        for (int row = (int) ((0x3ff0000000000000L - LEAST) >> 45) - 1; row >= 0; row--) {
            int i = inverse(row);
            log = log.plus(logOfRatio(i, before));
            fill(table, row, i, log);
            before = i;
        }
        return table;
    }

    /** 512 times the short number next to 1/z in the middle of a row; even where it is above 512. */
    private static int inverse(int row) {
        double middle = Double.longBitsToDouble(LEAST + ((long) row << 45) + (1L << 44));
        return middle > 1.002 ? (int) Math.rint(512 / middle) : 2 * (int) Math.rint(256 / middle);
    }

    private static void fill(double[] table, int row, int i, TwoDoubles log) {
        double high = (SHORTENING - log.high()) - SHORTENING;
        table[4 * row] = 0x1p-9 * i;
        table[4 * row + 1] = high;
        table[4 * row + 2] = (-log.high() - high) - log.low();
    }

    /** log(a / b) = 2 atanh((a - b) / (a + b)) by its series, for a next to b. */
    private static TwoDoubles logOfRatio(int a, int b) {
        TwoDoubles t = TwoDoubles.of(2.0 * (a - b)).over(TwoDoubles.of(a + b));
        TwoDoubles square = t.times(t).times(TwoDoubles.of(0.25));
        TwoDoubles sum = TwoDoubles.of(0);
        for (int n = 15; n >= 1; n -= 2) {
            sum = sum.times(square).plus(TwoDoubles.of(1).over(TwoDoubles.of(n)));
        }
        return t.times(sum);
    }
}
