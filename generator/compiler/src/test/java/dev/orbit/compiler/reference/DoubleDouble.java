package dev.orbit.compiler.reference;

import java.math.BigDecimal;

/**
 * A number of about 31 digits: the sum of two doubles, the second at most half an ulp of the first.
 *
 * <p>Sources: T. J. Dekker, A floating-point technique for extending the available precision (1971); Y. Hida, X. S. Li, D. H. Bailey,
 * Library for double-double and quad-double arithmetic (2007). Infinities and NaN are carried in {@code high}. Below 1e-290 the second
 * part underflows and the digits become fewer.
 */
public record DoubleDouble(double high, double low) implements Comparable<DoubleDouble> {
    public static final DoubleDouble ZERO = of(0);
    public static final DoubleDouble ONE = of(1);
    public static final DoubleDouble PI = new DoubleDouble(0x1.921fb54442d18p1, 0x1.1a62633145c07p-53);
    public static final DoubleDouble LOG_2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

    public static DoubleDouble of(double x) {
        return new DoubleDouble(x, 0);
    }

    /** The nearest to a decimal number. */
    public static DoubleDouble of(BigDecimal x) {
        double high = x.doubleValue();
        return Double.isInfinite(high)
                ? of(high)
                : sum(high, x.subtract(new BigDecimal(high)).doubleValue());
    }

    /** x + y without error, for |x| at least |y| or x = 0. */
    private static DoubleDouble sum(double x, double y) {
        double s = x + y;
        return Double.isFinite(s) ? new DoubleDouble(s, y - (s - x)) : of(s);
    }

    /** x + y without error. */
    public static DoubleDouble exactSum(double x, double y) {
        double s = x + y;
        double b = s - x;
        return Double.isFinite(s) ? new DoubleDouble(s, (x - (s - b)) + (y - b)) : of(s);
    }

    /** x * y without error, unless it underflows. */
    public static DoubleDouble exactProduct(double x, double y) {
        double p = x * y;
        return Double.isFinite(p) ? new DoubleDouble(p, Math.fma(x, y, -p)) : of(p);
    }

    public DoubleDouble plus(DoubleDouble y) {
        DoubleDouble s = exactSum(high, y.high);
        DoubleDouble t = exactSum(low, y.low);
        DoubleDouble u = sum(s.high, s.low + t.high);
        return Double.isFinite(s.high) ? sum(u.high, u.low + t.low) : s;
    }

    public DoubleDouble plus(double y) {
        return plus(of(y));
    }

    public DoubleDouble minus(DoubleDouble y) {
        return plus(y.negated());
    }

    public DoubleDouble minus(double y) {
        return plus(of(-y));
    }

    public DoubleDouble negated() {
        return new DoubleDouble(-high, -low);
    }

    public DoubleDouble abs() {
        return Math.copySign(1, high) < 0 ? negated() : this;
    }

    public DoubleDouble times(DoubleDouble y) {
        DoubleDouble p = exactProduct(high, y.high);
        return Double.isFinite(p.high) && p.high != 0 ? sum(p.high, p.low + (high * y.low + low * y.high)) : of(p.high);
    }

    public DoubleDouble times(double y) {
        return times(of(y));
    }

    public DoubleDouble squared() {
        return times(this);
    }

    public DoubleDouble over(DoubleDouble y) {
        double q1 = high / y.high;
        if (!Double.isFinite(q1) || Double.isInfinite(y.high) || q1 == 0) {
            return of(q1);
        }
        DoubleDouble r = minus(y.times(q1));
        double q2 = r.high / y.high;
        r = r.minus(y.times(q2));
        double q3 = r.high / y.high;
        DoubleDouble q = sum(q1, q2).plus(q3);
        // next to overflow y*q1 may overflow although the quotient does not
        return Double.isFinite(q.high) ? q : of(q1);
    }

    public DoubleDouble over(double y) {
        return over(of(y));
    }

    public DoubleDouble reciprocal() {
        return ONE.over(this);
    }

    public DoubleDouble sqrt() {
        if (!(high > 0) || Double.isInfinite(high)) {
            return of(Math.sqrt(high));
        }
        if (high < 1e-200) {
            return scaled(400).sqrt().scaled(-200);
        }
        double r = Math.sqrt(high);
        DoubleDouble rest = minus(exactProduct(r, r));
        return sum(r, rest.high / (2 * r));
    }

    /** This times 2^exponent. */
    public DoubleDouble scaled(int exponent) {
        return new DoubleDouble(Math.scalb(high, exponent), Math.scalb(low, exponent));
    }

    /** To a whole power. */
    public DoubleDouble power(int n) {
        DoubleDouble result = ONE;
        DoubleDouble factor = this;
        for (int rest = Math.abs(n); rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result.times(factor);
            }
            factor = factor.squared();
        }
        return n < 0 ? result.reciprocal() : result;
    }

    public boolean isFinite() {
        return Double.isFinite(high);
    }

    @Override
    public int compareTo(DoubleDouble y) {
        return high != y.high ? Double.compare(high, y.high) : Double.compare(low, y.low);
    }

    /** Whether this is less than y; false for NaN. */
    public boolean below(DoubleDouble y) {
        return high < y.high || (high == y.high && low < y.low);
    }

    public boolean below(double y) {
        return below(of(y));
    }

    public boolean isZero() {
        return high == 0;
    }

    /** The nearest double. */
    public double doubleValue() {
        return high;
    }

    public BigDecimal decimalValue() {
        return new BigDecimal(high).add(new BigDecimal(low));
    }

    /** How far {@code x} lies from this number, in ulps of the double next to this number; 0 for equal infinities and for two NaN. */
    public double ulpsTo(double x) {
        if (Double.isNaN(x) && Double.isNaN(high) || x == high && Double.isInfinite(x)) {
            return 0;
        }
        if (Double.isInfinite(x) && isFinite()) {
            return Math.abs(high) > 0.999999999999999 * Double.MAX_VALUE ? 0.5 : Double.POSITIVE_INFINITY;
        }
        return Math.abs((x - high) - low) / Math.ulp(high);
    }
}
