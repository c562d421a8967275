package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private final Correction model = new Correction(x -> x / 2);
    private final double[] theta = model.parameters().vector(Map.of("a", .3, "b", .5, "c", -.4, "d", .7));
    private final double[] gradient = new double[Correction.PARAMETER_COUNT];

    @Test
    void agreesWithTwentyDigits() {
        double loss = model.lossAndGradient(theta, 1.5, .25, 1, gradient);
        assertNear(0.00095190113637445755038, loss);
        assertNear(-0.044212126747777188394, gradient[0]);
        assertNear(-0.017207821321264110571, gradient[1]);
        assertNear(-0.0071226995271850016567, gradient[2]);
        assertNear(-0.0069970138648420632150, gradient[3]);
        assertEquals(loss, model.loss(theta, 1.5, .25, 1));
    }

    private static void assertNear(double expected, double actual) {
        assertEquals(expected, actual, Math.max(2 * Math.ulp(expected), 1e-14 * Math.abs(expected)));
    }

    @Test
    void theGenericMethodsReadTheColumns() {
        Examples examples = Correction.examples(new double[] {0, 1.5}, new double[] {0, .25}, new double[] {0, 1});
        double[] generic = new double[Correction.PARAMETER_COUNT];
        assertEquals(
                model.lossAndGradient(theta, 1.5, .25, 1, gradient),
                model.lossAndGradient(theta, examples, 1, generic));
        assertArrayEquals(gradient, generic);
        assertEquals(model.loss(theta, 1.5, .25, 1), model.loss(theta, examples, 1));
        assertEquals(
                model.loss(theta, 1.5, .25, 1),
                model.fork().lossAndGradient(theta, examples, 1, generic, new double[0][]));
    }

    @Test
    void aLibraryMethodIsAnAbstractFunction() {
        Correction sine = new Correction(Math::sin);
        assertEquals(Math.pow(1 - Math.sin(1.5), 2), sine.loss(Correction.init("zero"), 1.5, .25, 1), 1e-15);
    }

    @Test
    void aGentleStartMovesA() {
        model.lossAndGradient(Correction.init("zero"), 1.5, .25, 1, gradient);
        assertEquals(0, Math.abs(gradient[0]));
        model.lossAndGradient(Correction.init("gentle"), 1.5, .25, 1, gradient);
        // h after two steps is tanh(b x + c w) to first order, and d loss / da = -2 (y_true - w) h
        assertEquals(-2 * (1 - .75) * (.001 * 1.5 + .001 * .75), gradient[0], 1e-6);
    }

    @Test
    void allocatesNothing() {
        Allocation.assertNone(() -> model.lossAndGradient(theta, 1.5, .25, 1, gradient));
    }
}
