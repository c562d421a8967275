package dev.orbit.runtime;

/**
 * A number of about 31 digits, the sum of two doubles of which the second is at most half an ulp of the first: what tables are made
 * from when a class is initialised. Additions, multiplications, divisions and fused multiply-adds alone, so the same bits everywhere.
 *
 * <p>Source: T. J. Dekker, A floating-point technique for extending the available precision (1971).
 */
record TwoDoubles(double high, double low) {
    static TwoDoubles of(double x) {
        return new TwoDoubles(x, 0);
    }

    /** x + y without error, where |x| is at least |y|. */
    static TwoDoubles sum(double x, double y) {
        double s = x + y;
        return new TwoDoubles(s, y - (s - x));
    }

    TwoDoubles plus(TwoDoubles y) {
        double s = high + y.high;
        double b = s - high;
        double lost = (high - (s - b)) + (y.high - b);
        return sum(s, lost + (low + y.low));
    }

    TwoDoubles times(TwoDoubles y) {
        double p = high * y.high;
        return sum(p, Math.fma(high, y.high, -p) + (high * y.low + low * y.high));
    }

    TwoDoubles over(TwoDoubles y) {
        double q = high / y.high;
        TwoDoubles rest = plus(y.times(of(-q)));
        return sum(q, rest.high / y.high);
    }

    TwoDoubles negated() {
        return new TwoDoubles(-high, -low);
    }
}
