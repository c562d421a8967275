package dev.orbit.compiler.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact rational number in lowest terms.
 *
 * @param numerator carries the sign
 * @param denominator positive; 1 for an integer
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);
    public static final Rational TWO = of(2);
    public static final Rational MINUS_ONE = of(-1);

    /** Digits that tell any two doubles apart. */
    private static final int ROUND_TRIP_DIGITS = 17;

    /**
     * Brings the fraction to lowest terms.
     *
     * @throws ArithmeticException when the denominator is zero
     */
    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a rational number has no denominator of zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** The fraction {@code numerator / denominator}. */
    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The decimal, exactly. */
    public static Rational of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Rational(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The double, to its last bit. */
    public static Rational exactly(double value) {
        return of(new BigDecimal(value));
    }

    /**
     * The shortest decimal that reads back as this double: what an author who wrote {@code 0.1} meant. It is found from
     * the double's exact value, since {@code Double.toString} differs between releases of Java.
     *
     * @throws NumberFormatException when the double is not finite
     */
    public static Rational asWritten(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < ROUND_TRIP_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return of(rounded);
            }
        }
        return of(exact.round(new MathContext(ROUND_TRIP_DIGITS, RoundingMode.HALF_EVEN)));
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    public boolean isOne() {
        return equals(ONE);
    }

    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    /** Whether this is an integer of at most {@code bound} in magnitude. */
    public boolean isIntegerWithin(long bound) {
        return isInteger() && numerator.abs().compareTo(BigInteger.valueOf(bound)) <= 0;
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException when {@code other} is zero */
    public Rational dividedBy(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    /**
     * The power with an integer exponent; zero to the power zero is 1, as in {@code Math.pow}.
     *
     * @throws ArithmeticException when zero is raised to a negative power
     */
    public Rational power(int exponent) {
        return exponent >= 0
                ? new Rational(numerator.pow(exponent), denominator.pow(exponent))
                : new Rational(denominator.pow(-exponent), numerator.pow(-exponent));
    }

    /** Bits of numerator and denominator together: what arithmetic with it costs. */
    public int bits() {
        return numerator.bitLength() + denominator.bitLength();
    }

    /** The nearest double; infinite beyond the range of doubles. */
    public double nearestDouble() {
        return decimal(new MathContext(40)).doubleValue();
    }

    /** The value to so many digits. */
    public BigDecimal decimal(MathContext digits) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** An integer as its digits, else {@code numerator/denominator}. */
    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }
}
