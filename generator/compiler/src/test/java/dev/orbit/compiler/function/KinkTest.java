package dev.orbit.compiler.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.reference.RealArithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules return where there is no ordinary derivative: the table of {@code docs/accuracy.md}, line by line. */
final class KinkTest {
    private static final RealArithmetic REAL = new RealArithmetic();

    @ParameterizedTest
    @CsvSource({
        "ABS, 0, 0",
        "ABS, -0.0, 0",
        "SIGN, 0, 0",
        "HEAVISIDE, 0, 0",
        "RELU, 0, 0",
        "RELU, -0.0, 0",
        "SQRT, 0, Infinity",
        "SQUARE, 0, 0",
        "ASIN, 1, Infinity",
        "ASIN, -1, Infinity",
        "ACOS, 1, -Infinity",
        "LOG, 0, Infinity",
        "LOG1P, -1, Infinity",
        "SOFTPLUS, 800, 1",
        "SOFTPLUS, -745, 4.9E-324",
        "SIGMOID, 800, 0",
        "SIGMOID, -745, 4.9E-324",
        "TANH, 400, 0",
        "EXPM1, -40, 4.248354255291589E-18",
        "SILU, Infinity, NaN",
        "GELU, 1000, 1",
        "GELU, -1000, 0",
        "LOG_COSH, 1000, 1",
        "ERFC, 1000, 0"
    })
    void ofOne(Function1 f, double x, double expected) {
        assertEquals(expected, f.derivative(REAL, x, f.value(x)) + 0.0);
    }

    @ParameterizedTest
    @CsvSource({
        "POWER, 0, 0, 0, -Infinity",
        "POWER, 0, 0.5, Infinity, 0",
        "POWER, 0, 1, 1, 0",
        "POWER, 0, 1.5, 0, 0",
        "POWER, 0, 2, 0, 0",
        "POWER, 0, 3, 0, 0",
        "POWER, 0, -1, -Infinity, -Infinity",
        "POWER, -2, 3, 12, NaN",
        "POWER, 2, 0, 0, 0.6931471805599453",
        "POWER, Infinity, 2, Infinity, Infinity",
        "HYPOT, 0, 0, 0, 0",
        "HYPOT, 0, 2, 0, 1",
        "HYPOT, -3, 4, -0.6, 0.8",
        "HYPOT, 1E300, 0, 1, 0",
        "ATAN2, 0, 0, 0, 0",
        "ATAN2, 0, -1, -1, 0",
        "ATAN2, 1E200, 1E200, 5E-201, -5E-201",
        "MAX, 1, 1, 0, 1",
        "MIN, 1, 1, 0, 1",
        "MAX, 2, 1, 1, 0",
        "MIN, 2, 1, 0, 1",
        "MAX, 0, -0.0, 0, 1",
        "GREATER, 1, 1, 0, 0",
        "RATIO, 3, 0, 0, 0",
        "SCALE, 0, 3, 3, 0",
        "LOG_ADD_EXP, 3, 3, 0.5, 0.5",
        "LOG_ADD_EXP, 900, -900, 1, 0"
    })
    void ofTwo(Function2 f, double x, double y, double expected1, double expected2) {
        double value = f.value(x, y);
        same(expected1, f.derivative1(REAL, x, y, value));
        same(expected2, f.derivative2(REAL, x, y, value));
    }

    /** To one ulp; infinities and NaN exactly. */
    private static void same(double expected, double actual) {
        if (Double.isFinite(expected)) {
            assertEquals(expected, actual, Math.ulp(expected));
        } else {
            assertEquals(expected, actual);
        }
    }
}
