package dev.orbit.compiler.reference;

import static dev.orbit.compiler.reference.DoubleDouble.LOG_2;
import static dev.orbit.compiler.reference.DoubleDouble.ONE;
import static dev.orbit.compiler.reference.DoubleDouble.PI;
import static dev.orbit.compiler.reference.DoubleDouble.of;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions to about 30 digits: Taylor series for exp, sin and cos, one corrected Newton step for their inverses. */
public final class Elementary {
    private static final double LOG_2_THIRD = 0x1.7b57a079a1934p-111;
    private static final DoubleDouble HALF_PI = PI.scaled(-1);
    private static final MathContext DIGITS = new MathContext(700, RoundingMode.HALF_EVEN);
    /** More digits than it takes to bring the largest double into one turn. */
    private static final BigDecimal LONG_HALF_PI = halfPi();

    private static final int PI_BITS = 1300;
    private static final int FRACTION_BITS = 220;
    private static final BigInteger TWO_OVER_PI = new BigDecimal(BigInteger.ONE.shiftLeft(PI_BITS))
            .divide(LONG_HALF_PI, DIGITS)
            .toBigInteger();

    private static final double[] HALF_PI_PARTS = parts(LONG_HALF_PI, 5);

    private static final DoubleDouble[] INVERSE_FACTORIALS = inverseFactorials();

    private Elementary() {}

    private static double[] parts(BigDecimal x, int count) {
        double[] result = new double[count];
        BigDecimal rest = x;
        for (int i = 0; i < count; i++) {
            result[i] = rest.doubleValue();
            rest = rest.subtract(new BigDecimal(result[i]));
        }
        return result;
    }

    private static DoubleDouble[] inverseFactorials() {
        DoubleDouble[] result = new DoubleDouble[32];
        result[0] = ONE;
        for (int i = 1; i < result.length; i++) {
            result[i] = result[i - 1].over(i);
        }
        return result;
    }

    /** 2 * (4 atan(1/5) - atan(1/239)), Machin. */
    private static BigDecimal halfPi() {
        BigDecimal four = new BigDecimal(4);
        return four.multiply(arccotangent(5)).subtract(arccotangent(239)).multiply(new BigDecimal(2));
    }

    private static BigDecimal arccotangent(int n) {
        BigDecimal square = new BigDecimal(n * n);
        BigDecimal power = BigDecimal.ONE.divide(new BigDecimal(n), DIGITS);
        BigDecimal sum = power;
        for (int k = 3; power.signum() != 0 && power.precision() - power.scale() > -DIGITS.getPrecision(); k += 2) {
            power = power.divide(square, DIGITS).negate();
            sum = sum.add(power.divide(new BigDecimal(k), DIGITS), DIGITS);
        }
        return sum;
    }

    public static DoubleDouble exp(DoubleDouble x) {
        if (!(x.high() < 710) || x.high() < -800) {
            return of(Math.exp(x.high()));
        }
        double k = Math.rint(x.high() / LOG_2.high());
        DoubleDouble r = x.minus(DoubleDouble.exactProduct(k, LOG_2.high()))
                .minus(DoubleDouble.exactProduct(k, LOG_2.low()))
                .minus(k * LOG_2_THIRD);
        DoubleDouble e = smallExpm1(r).plus(1);
        // 2^1024 is no double; but two scalings would round twice among subnormal numbers
        return k > 1000 ? e.scaled((int) k - 1).scaled(1) : e.scaled((int) k);
    }

    /** exp(x) - 1 for |x| at most about 0.5: series at x/512, then nine doublings. */
    private static DoubleDouble smallExpm1(DoubleDouble x) {
        DoubleDouble r = x.scaled(-9);
        DoubleDouble sum = INVERSE_FACTORIALS[9];
        for (int i = 8; i >= 1; i--) {
            sum = sum.times(r).plus(INVERSE_FACTORIALS[i]);
        }
        DoubleDouble e = sum.times(r);
        for (int i = 0; i < 9; i++) {
            e = e.scaled(1).plus(e.squared());
        }
        return e;
    }

    public static DoubleDouble expm1(DoubleDouble x) {
        if (Math.abs(x.high()) < 1e-280) {
            return x;
        }
        return Math.abs(x.high()) < 0.5 ? smallExpm1(x) : exp(x).minus(1);
    }

    public static DoubleDouble log(DoubleDouble x) {
        if (!(x.high() > 0) || Double.isInfinite(x.high())) {
            return of(Math.log(x.high()));
        }
        int k = x.high() < 0x1p-1000 ? Math.getExponent(x.high() * 0x1p200) - 200 : Math.getExponent(x.high());
        DoubleDouble m = x.scaled(-k / 2).scaled(-(k - k / 2));
        if (m.high() > 1.4) {
            m = m.scaled(-1);
            k++;
        }
        DoubleDouble mantissa = log1p(m.minus(1));
        return k == 0 ? mantissa : LOG_2.times(k).plus(mantissa);
    }

    public static DoubleDouble log1p(DoubleDouble x) {
        if (Math.abs(x.high()) < 1e-280) {
            return x;
        }
        if (!(x.high() > -0.5 && x.high() < 1)) {
            return log(x.plus(1));
        }
        double y = Math.log1p(x.high());
        DoubleDouble e = expm1(of(y));
        DoubleDouble d = x.minus(e).over(e.plus(1));
        return of(y).plus(d.minus(d.squared().scaled(-1)));
    }

    public static DoubleDouble sin(DoubleDouble x) {
        return sinCos(x, 0);
    }

    public static DoubleDouble cos(DoubleDouble x) {
        return sinCos(x, 1);
    }

    public static DoubleDouble tan(DoubleDouble x) {
        return sin(x).over(cos(x));
    }

    /** The sine of x + turns * pi/2. */
    private static DoubleDouble sinCos(DoubleDouble x, int turns) {
        if (!x.isFinite()) {
            return of(Double.NaN);
        }
        double q = Math.rint(x.high() / HALF_PI.high());
        DoubleDouble r = x;
        if (Math.abs(q) < 1e6) {
            for (double part : HALF_PI_PARTS) {
                r = r.minus(DoubleDouble.exactProduct(q, part));
            }
            return turned((int) q + turns, r);
        }
        return reduced(x.high(), turns);
    }

    /** Payne and Hanek: of x * 2/pi only the part below 4 matters, so the leading bits of 2/pi that give multiples of 4 drop out. */
    private static DoubleDouble reduced(double x, int turns) {
        int exponent = Math.getExponent(x) - 52;
        long mantissa = (Double.doubleToRawLongBits(Math.abs(x)) & 0xfffffffffffffL) | 0x10000000000000L;
        BigInteger quarters = BigInteger.valueOf(mantissa)
                .multiply(TWO_OVER_PI)
                .shiftRight(PI_BITS - exponent - FRACTION_BITS)
                .mod(BigInteger.ONE.shiftLeft(FRACTION_BITS + 2));
        BigInteger whole =
                quarters.add(BigInteger.ONE.shiftLeft(FRACTION_BITS - 1)).shiftRight(FRACTION_BITS);
        BigDecimal rest = new BigDecimal(quarters.subtract(whole.shiftLeft(FRACTION_BITS)));
        DoubleDouble r = DoubleDouble.of(rest).scaled(-FRACTION_BITS).times(HALF_PI);
        int turn = whole.intValue();
        return x > 0 ? turned(turn + turns, r) : turned(turns - turn, r.negated());
    }

    private static DoubleDouble turned(int quarters, DoubleDouble r) {
        return switch (quarters & 3) {
            case 0 -> sineSeries(r);
            case 1 -> cosineSeries(r);
            case 2 -> sineSeries(r).negated();
            default -> cosineSeries(r).negated();
        };
    }

    private static DoubleDouble sineSeries(DoubleDouble x) {
        if (Math.abs(x.high()) < 1e-140) {
            return x;
        }
        DoubleDouble square = x.squared().negated();
        DoubleDouble sum = INVERSE_FACTORIALS[29];
        for (int i = 27; i >= 1; i -= 2) {
            sum = sum.times(square).plus(INVERSE_FACTORIALS[i]);
        }
        return sum.times(x);
    }

    private static DoubleDouble cosineSeries(DoubleDouble x) {
        DoubleDouble square = x.squared().negated();
        DoubleDouble sum = INVERSE_FACTORIALS[28];
        for (int i = 26; i >= 0; i -= 2) {
            sum = sum.times(square).plus(INVERSE_FACTORIALS[i]);
        }
        return sum;
    }

    public static DoubleDouble asin(DoubleDouble x) {
        if (x.high() < 0) {
            return asin(x.negated()).negated();
        }
        if (x.below(0.5)) {
            double y = Math.asin(x.high());
            DoubleDouble s = sin(of(y));
            DoubleDouble c = cos(of(y));
            DoubleDouble d = x.minus(s).over(c);
            return of(y).plus(d.plus(d.squared().times(s).over(c).scaled(-1)));
        }
        return HALF_PI.minus(complement(x));
    }

    /** acos(x) = 2 asin(sqrt((1 - x)/2)) for x from 1/2 to 1. */
    private static DoubleDouble complement(DoubleDouble x) {
        DoubleDouble half = ONE.minus(x).scaled(-1).sqrt();
        return Double.isNaN(half.high())
                ? half
                : asin(half.below(0.5) ? half : of(0.5)).scaled(1);
    }

    public static DoubleDouble acos(DoubleDouble x) {
        if (x.high() >= 0.5) {
            return complement(x);
        }
        return x.high() <= -0.5 ? PI.minus(complement(x.negated())) : HALF_PI.minus(asin(x));
    }

    public static DoubleDouble atan(DoubleDouble x) {
        if (Math.abs(x.high()) < 1e-140 || Double.isNaN(x.high())) {
            return x;
        }
        if (Double.isInfinite(x.high())) {
            return x.high() > 0 ? HALF_PI : HALF_PI.negated();
        }
        return atan2(x, ONE);
    }

    /** The angle of the point (x, y) as in Java. */
    public static DoubleDouble atan2(DoubleDouble y, DoubleDouble x) {
        double angle = Math.atan2(y.high(), x.high());
        double size = Math.max(Math.abs(x.high()), Math.abs(y.high()));
        if (size == 0 || !Double.isFinite(x.high()) || !Double.isFinite(y.high())) {
            return x.high() > 0 || angle == 0 || Double.isNaN(angle) ? of(angle) : PI.times(angle / Math.PI);
        }
        int k = -Math.getExponent(size);
        DoubleDouble u = x.scaled(k / 2).scaled(k - k / 2);
        DoubleDouble v = y.scaled(k / 2).scaled(k - k / 2);
        if (Math.abs(angle) < 1e-140) {
            return v.over(u).isZero() ? of(angle) : v.over(u);
        }
        DoubleDouble c = cos(of(angle));
        DoubleDouble s = sin(of(angle));
        return of(angle).plus(v.times(c).minus(u.times(s)).over(u.times(c).plus(v.times(s))));
    }

    public static DoubleDouble sinh(DoubleDouble x) {
        if (Math.abs(x.high()) > 40) {
            DoubleDouble root = exp(x.abs().scaled(-1));
            DoubleDouble result = root.scaled(-1).times(root);
            return x.high() < 0 ? result.negated() : result;
        }
        if (Math.abs(x.high()) < 1e-100) {
            return x;
        }
        if (x.high() < 0) {
            return sinh(x.negated()).negated();
        }
        DoubleDouble e = expm1(x);
        return e.plus(e.over(e.plus(1))).scaled(-1);
    }

    public static DoubleDouble cosh(DoubleDouble x) {
        DoubleDouble root = exp(x.abs().scaled(-1));
        DoubleDouble half = root.scaled(-1).times(root);
        return half.isFinite() ? half.plus(half.reciprocal().scaled(-2)) : half;
    }

    public static DoubleDouble tanh(DoubleDouble x) {
        if (Math.abs(x.high()) < 1e-100) {
            return x;
        }
        if (x.high() < 0) {
            return tanh(x.negated()).negated();
        }
        DoubleDouble e = expm1(x.scaled(1).negated());
        return e.negated().over(e.plus(2));
    }

    /** x^y with the special cases of {@code Math.pow}. */
    public static DoubleDouble power(DoubleDouble x, DoubleDouble y) {
        double plain = Math.pow(x.high(), y.high());
        if (y.low() == 0 && Math.abs(y.high()) <= 64 && y.high() == Math.rint(y.high())) {
            DoubleDouble exact = x.power((int) y.high());
            return exact.isFinite() && Math.abs(exact.high()) > 1e-290 ? exact : of(plain);
        }
        if (x.isZero() || !x.isFinite() || !y.isFinite() || Double.isNaN(plain)) {
            return of(plain);
        }
        DoubleDouble result = exp(y.times(log(x.abs())));
        return plain < 0 ? result.negated() : result;
    }

    public static DoubleDouble hypot(DoubleDouble x, DoubleDouble y) {
        double size = Math.max(Math.abs(x.high()), Math.abs(y.high()));
        if (size == 0 || !Double.isFinite(size)) {
            return of(Math.hypot(x.high(), y.high()));
        }
        int k = Math.getExponent(size);
        DoubleDouble u = x.scaled(-k / 2).scaled(-(k - k / 2));
        DoubleDouble v = y.scaled(-k / 2).scaled(-(k - k / 2));
        return u.squared().plus(v.squared()).sqrt().scaled(k - 1).scaled(1);
    }
}
