package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnconstrainedTest {
    private static final double[] RETURNS = returns();

    private final Garch model = new Garch();
    private final Objective objective = model.objective(Garch.examples(RETURNS, 40, 60));
    private final Unconstrained unconstrained = Unconstrained.of(objective);

    private static double[] returns() {
        SplittableRandom random = new SplittableRandom(3);
        double[] r = new double[100];
        for (int i = 0; i < r.length; i++) {
            r[i] = random.nextDouble(-0.02, 0.021);
        }
        return r;
    }

    @Test
    void theModelItselfIsRight() {
        GradientReport report =
                GradientCheck.of(objective).named(model.parameters()).at(new double[] {1e-3, 2e-5, 0.1, 0.8});
        assertTrue(report.passed() && report.fewestDigits() >= 8, report::render);
        assertEquals(4, report.seen());
    }

    @Test
    void theGradientGoesThroughBoundsThatDependOnParameters() {
        GradientReport report = GradientCheck.of(unconstrained).at(new double[] {1e-3, -10, -1.5, 2});
        assertTrue(report.passed() && report.fewestDigits() >= 8, report::render);
        assertEquals(4, report.seen());
    }

    @Test
    void anyFreeVectorIsInside() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 1000; trial++) {
            double[] free = random.doubles(4, -60, 60).toArray();
            double[] theta = unconstrained.parameters(free);
            assertTrue(theta[1] > 0 && theta[2] > 0 && theta[2] < 1 && theta[3] > 0 && theta[3] < 1 - theta[2]);
        }
    }

    @Test
    void goesThereAndBack() {
        double[] theta = {-0.1, 3, 0.25, 0.7};
        assertArrayEquals(theta, unconstrained.parameters(unconstrained.free(theta)), 1e-14);
        assertEquals(
                objective.value(unconstrained.parameters(unconstrained.free(theta))),
                unconstrained.value(unconstrained.free(theta)));
        ParameterOutsideInterval refused =
                assertThrows(ParameterOutsideInterval.class, () -> unconstrained.free(new double[] {0, 1, 0.5, 0.5}));
        assertEquals("beta", refused.parameter());
    }

    @Test
    void aModelWithoutIntervalsIsItself() {
        Correction correction = new Correction(Math::sin);
        Objective itself =
                correction.objective(Correction.examples(new double[] {1}, new double[] {2}, new double[] {3}));
        Unconstrained free = Unconstrained.of(itself);
        double[] theta = {0.1, 0.2, 0.3, 0.4};
        double[] expected = new double[4];
        double[] actual = new double[4];
        assertEquals(itself.valueAndGradient(theta, expected), free.valueAndGradient(theta, actual));
        assertArrayEquals(expected, actual);
        assertArrayEquals(theta, free.free(theta));
        assertArrayEquals(theta, free.parameters(theta));
        assertEquals(4, free.size());
    }

    @Test
    void allocatesNothing() {
        double[] free = {1e-3, -10, -1.5, 2};
        double[] gradient = new double[4];
        Allocation.assertNone(() -> unconstrained.valueAndGradient(free, gradient));
    }
}
