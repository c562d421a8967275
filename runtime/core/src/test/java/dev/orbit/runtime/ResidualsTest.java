package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Residuals and predictions of many examples, of different lengths. */
class ResidualsTest {
    private static final double[] THETA = {0.3, 1.5};

    private final Examples examples = Smoothing.examples(new double[] {1, 2, 4, 3, -1, 0.5}, 2, 0, 4);
    private final Residuals residuals = new Smoothing().residuals(examples);

    @Test
    void sumOfSquaresIsTheObjectiveWithoutPenalty() {
        double[] r = new double[residuals.count()];
        residuals.residuals(THETA, r);
        double sum = 0;
        for (double entry : r) {
            sum += entry * entry;
        }
        assertEquals(6, residuals.count());
        assertEquals(Objective.of(new Smoothing(), examples).accumulate(THETA, 0), sum, 1e-14);
    }

    @Test
    void productsAreThoseOfTheJacobian() {
        double[] r = new double[6];
        double[] jacobian = new double[12];
        residuals.residualsAndJacobian(THETA, r, jacobian);
        double[] v = {0.7, -2};
        double[] u = {1, -1, 0.5, 2, 3, -0.25};
        double[] jv = new double[6];
        double[] ju = new double[2];
        residuals.jacobianTimes(THETA, v, jv);
        residuals.transposedTimes(THETA, u, ju);
        for (int i = 0; i < 6; i++) {
            assertEquals(jacobian[2 * i] * v[0] + jacobian[2 * i + 1] * v[1], jv[i], 1e-15);
        }
        for (int j = 0; j < 2; j++) {
            double sum = 0;
            for (int i = 0; i < 6; i++) {
                sum += jacobian[2 * i + j] * u[i];
            }
            assertEquals(sum, ju[j], 1e-15);
        }
    }

    @Test
    void gradientIsTwiceTheTransposedProductWithTheResiduals() {
        double[] r = new double[6];
        double[] half = new double[2];
        residuals.residuals(THETA, r);
        residuals.transposedTimes(THETA, r, half);
        double[] gradient = new double[2];
        Objective.of(new Smoothing(), examples).accumulate(THETA, 0, gradient);
        assertArrayEquals(gradient, new double[] {2 * half[0], 2 * half[1]}, 1e-14);
    }

    @Test
    void freeResidualsHaveTheGradientOfTheFreeObjective() {
        UnconstrainedResiduals free = UnconstrainedResiduals.of(residuals);
        double[] z = free.free(THETA);
        double[] r = new double[6];
        double[] jacobian = new double[12];
        free.residualsAndJacobian(z, r, jacobian);
        double h = 1e-6;
        for (int j = 0; j < 2; j++) {
            double[] up = z.clone();
            up[j] += h;
            double[] moved = new double[6];
            free.residuals(up, moved);
            for (int i = 0; i < 6; i++) {
                assertEquals((moved[i] - r[i]) / h, jacobian[2 * i + j], 1e-5);
            }
        }
        assertArrayEquals(THETA, free.parameters(z), 1e-15);
    }

    @Test
    void partOfTheExamplesHasTheirResiduals() {
        double[] whole = new double[6];
        residuals.residuals(THETA, whole);
        Residuals part = residuals.over(Selection.of(2, 0));
        double[] r = new double[6];
        part.residuals(THETA, r);
        assertArrayEquals(new double[] {whole[2], whole[3], whole[4], whole[5], whole[0], whole[1]}, r);
        assertThrows(IllegalArgumentException.class, () -> residuals.over(Selection.of(3)));
    }

    @Test
    void predictsEachExampleInItsPlace() {
        Predictions all = new Smoothing().predictions(THETA, examples);
        assertArrayEquals(new double[] {1.5, 1.5 + 0.3 * -0.5}, all.values("l", 0), 1e-15);
        assertEquals(0, all.values("l", 1).length);
        assertArrayEquals(new double[] {1.5}, all.values("last", 1));
        assertEquals(6, all.values("l").length);
        assertEquals(3, all.values("last").length);
        assertEquals(1.5, all.values("l")[2]);
        String message = assertThrows(IllegalArgumentException.class, () -> all.values("level"))
                .getMessage();
        assertEquals("Smoothing has no output named level; it has [l, last]", message);
    }

    @Test
    void refusesDataWithoutTargetsAndOfAnotherModel() {
        Examples other = Garch.examples(new double[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> new Smoothing().residuals(other));
        assertThrows(IllegalArgumentException.class, () -> new Smoothing().predictions(THETA, other));
        assertThrows(ParameterOutsideInterval.class, () -> residuals.residuals(new double[] {1, 0}, new double[6]));
    }

    @Test
    void allocatesNothing() {
        double[] r = new double[6];
        Allocation.assertNone(() -> residuals.residuals(THETA, r));
    }
}
