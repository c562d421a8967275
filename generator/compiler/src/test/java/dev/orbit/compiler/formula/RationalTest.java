package dev.orbit.compiler.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RationalTest {
    @Test
    void isInLowestTermsWithAPositiveDenominator() {
        assertEquals("-2/3", Rational.of(4, -6).toString());
        assertEquals(Rational.ZERO, Rational.of(0, -5));
        assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
    }

    @Test
    void computesExactly() {
        Rational third = Rational.of(1, 3);
        assertEquals(Rational.ONE, third.plus(third).plus(third));
        assertEquals(Rational.of(1, 6), Rational.of(1, 2).minus(third));
        assertEquals(Rational.of(9), third.power(-2));
        assertEquals(Rational.ONE, Rational.ZERO.power(0));
        assertThrows(ArithmeticException.class, () -> Rational.ZERO.power(-1));
        assertTrue(third.compareTo(Rational.of(333, 1000)) > 0);
    }

    @Test
    void readsDoublesAsTheirAuthorsWroteThem() {
        assertEquals(Rational.of(1, 10), Rational.asWritten(0.1));
        assertEquals(Rational.of(new BigDecimal("5e-324")), Rational.asWritten(Double.MIN_VALUE));
        // Double.toString says 2.0E-3 with one digit too many before Java 19
        assertEquals(Rational.of(new BigDecimal("2e-3")), Rational.asWritten(2e-3));
        assertEquals(Rational.of(new BigDecimal("2e23")), Rational.asWritten(2e23));
    }

    @Test
    void whatWasReadAsWrittenReadsBackAsTheSameDouble() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Rational.asWritten(value).nearestDouble());
                assertEquals(value, Rational.exactly(value).nearestDouble());
            }
        }
    }
}
