package dev.orbit.compiler.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Which rational numbers are written as decimals, and how. */
final class Decimals {
    /** As long as any decimal that a double needs; longer ones are written as fractions. */
    private static final int MOST_DIGITS = 17;

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private Decimals() {}

    /**
     * The number as a short decimal, if it is one. A number that is exactly a double, such as the one nearest to 0.1, is
     * written as the decimal that reads back as that double: so its author wrote it.
     */
    static Optional<BigDecimal> of(Rational value) {
        if (!terminates(value.denominator())) {
            return Optional.empty();
        }
        BigDecimal exact = decimal(value);
        if (exact.precision() <= MOST_DIGITS || value.isInteger()) {
            return Optional.of(exact);
        }
        double nearest = exact.doubleValue();
        boolean isDouble = Double.isFinite(nearest) && Rational.exactly(nearest).equals(value);
        return isDouble ? Optional.of(decimal(Rational.asWritten(nearest))) : Optional.empty();
    }

    private static BigDecimal decimal(Rational value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()))
                .stripTrailingZeros();
    }

    /** Whether nothing but twos and fives divides it. */
    private static boolean terminates(BigInteger denominator) {
        BigInteger rest = denominator.shiftRight(Math.max(0, denominator.getLowestSetBit()));
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
        }
        return rest.equals(BigInteger.ONE);
    }
}
