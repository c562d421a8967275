package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    /** Saudi oil production 1996 to 2013 (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 2nd ed., 7.1). */
    private static final double[] OIL = {
        445.3641, 453.1950, 454.4096, 422.3789, 456.0371, 440.3866, 425.1944, 486.2052, 500.4291, 521.2759, 508.9476,
        488.8889, 509.8706, 456.7229, 473.8166, 525.9509, 549.8338, 542.3405
    };

    private final Smoothing model = new Smoothing();
    private final double[] gradient = new double[Smoothing.PARAMETER_COUNT];

    @Test
    void agreesWithThePublishedFit() {
        double[] theta = {0.83384388766, 446.5754284338};
        assertEquals(14235.58735110, model.lossAndGradient(theta, OIL, gradient), 1e-8);
        assertArrayEquals(new double[2], gradient, 1e-4);
    }

    @Test
    void anyLengthFitsTheWorkspace() {
        double[] theta = model.parameters().vector(Map.of("l0", 400));
        assertEquals(0, model.lossAndGradient(theta, new double[0], gradient));
        assertArrayEquals(new double[2], gradient);
        double[] yGradient = new double[1];
        assertEquals(100, model.lossAndGradient(theta, new double[] {410}, gradient, yGradient));
        assertArrayEquals(new double[] {0, -20}, gradient);
        assertArrayEquals(new double[] {20}, yGradient);
        assertTrue(model.lossAndGradient(theta, new double[1_000_000], gradient) > 0);
    }

    @Test
    void theGenericMethodsReadEachExamplesRows() {
        double[] theta = {0.5, 440};
        Examples examples = Smoothing.examples(OIL, 4, 14);
        double[] rest = Arrays.copyOfRange(OIL, 4, 18);
        double[] typed = new double[14];
        double[] generic = new double[14];
        double expected = model.lossAndGradient(theta, rest, gradient, typed);
        double[] genericGradient = new double[2];
        assertEquals(expected, model.lossAndGradient(theta, examples, 1, genericGradient, new double[][] {generic}));
        assertArrayEquals(gradient, genericGradient);
        assertArrayEquals(typed, generic);
        assertEquals(expected, model.lossAndGradient(theta, examples, 1, genericGradient));
        assertEquals(expected, model.loss(theta, examples, 1));
    }

    @Test
    void refusesParametersOutsideTheirInterval() {
        ParameterOutsideInterval refused =
                assertThrows(ParameterOutsideInterval.class, () -> model.loss(new double[] {1, 446}, OIL));
        assertEquals("parameter alpha is 1.0, which is not inside (0.0, 1.0)", refused.getMessage());
        assertEquals("alpha", refused.parameter());
        assertEquals(1, refused.value());
        assertThrows(ParameterOutsideInterval.class, () -> model.loss(new double[] {Double.NaN, 446}, OIL));
    }

    @Test
    void allocatesNothingOnceItHasSeenTheLongestExample() {
        double[] theta = {0.5, 440};
        Allocation.assertNone(() -> model.lossAndGradient(theta, OIL, gradient));
        Examples examples = Smoothing.examples(OIL, 4, 14);
        Allocation.assertNone(() -> model.lossAndGradient(theta, examples, 1, gradient));
    }
}
