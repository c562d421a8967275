package dev.orbit.compiler.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.program.Literal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void whatIsRenderedIsReadBack() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (Double.isFinite(value)) {
                String text = Decimals.render(value);
                assertEquals(value, Double.parseDouble(text), text);
                assertTrue(text.length() <= 24, text);
            }
        }
    }

    @Test
    void fewDigitsWhereFewDo() {
        assertEquals("0", Decimals.render(0));
        assertEquals("0.1", Decimals.render(0.1));
        assertEquals("100000", Decimals.render(1e5));
        assertEquals("1.0e23", Decimals.render(1e23));
        assertEquals("0.002", Decimals.render(2e-3));
        assertEquals("5.0e-324", Decimals.render(Double.MIN_VALUE));
        assertEquals("1.7976931348623157e308", Decimals.render(Double.MAX_VALUE));
    }

    @Test
    void theAuthorsTextStandsWhereJavaReadsItTheSameWay() {
        assertEquals("1e-4", java(1e-4, "1e-4", true));
        assertEquals("0.50", java(0.5, "0.50", true));
        assertEquals("2", java(2, "2", true));
        assertEquals("2.0", java(2, "2", false));
        assertEquals("-2", java(-2, "2", true));
        assertEquals("-0.0", java(-0.0, "0", true));
    }

    @Test
    void elseTheNumberIsWrittenAnew() {
        assertEquals("8", java(8, "010", true));
        assertEquals("0", java(0, "1e-999", true));
        assertEquals("1.0e10", java(1e10, "10000000000", true));
        assertEquals("64", java(64, "k", true));
    }

    private static String java(double value, String text, boolean asInt) {
        return Decimals.java(new Literal(value, text, ""), asInt);
    }
}
