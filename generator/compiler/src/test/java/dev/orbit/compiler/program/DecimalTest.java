package dev.orbit.compiler.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTest {
    @Test
    void theShortestDecimalThatReadsBack() {
        assertEquals("0.002", Decimal.shortest(2.0e-3));
        assertEquals("2.0E-4", Decimal.shortest(2.0e-4));
        assertEquals("0.1", Decimal.shortest(0.1));
        assertEquals("100.0", Decimal.shortest(100));
        assertEquals("1.0E23", Decimal.shortest(1e23));
        assertEquals("2.0E-323", Decimal.shortest(2e-323));
        assertEquals("5.0E-324", Decimal.shortest(Double.MIN_VALUE));
        assertEquals("1.7976931348623157E308", Decimal.shortest(Double.MAX_VALUE));
        assertEquals("-0.0", Decimal.shortest(-0.0));
        assertEquals("NaN", Decimal.shortest(Double.NaN));
        assertEquals("-Infinity", Decimal.shortest(Double.NEGATIVE_INFINITY));
    }

    @Test
    void everyDoubleReadsBackAndIsNoLongerThanJavaWritesIt() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(x)) {
                String text = Decimal.shortest(x);
                assertEquals(x, Double.parseDouble(text), text);
                assertTrue(text.length() <= Double.toString(x).length(), text);
            }
        }
    }
}
