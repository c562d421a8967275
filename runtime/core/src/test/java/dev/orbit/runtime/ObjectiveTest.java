package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
    private static final double[] THETA = {0.4, 2.5};

    private final Smoothing model = new Smoothing();

    private static double[] random(int size, long seed) {
        return new SplittableRandom(seed).doubles(size, 0, 5).toArray();
    }

    /** The sum as ARCHITECTURE section 6 and the Javadoc define it, written plainly. */
    private static double sum(double[] terms) {
        double total = 0;
        for (int tile = 0; tile < terms.length; tile += 64) {
            double[] s = new double[8];
            for (int i = tile; i < Math.min(terms.length, tile + 64); i++) {
                s[(i - tile) % 8] += terms[i];
            }
            total += ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
        }
        return total;
    }

    private double[] assertFixedOrder(Objective objective, int[] order) {
        Examples examples = objective.examples();
        double[][] columns = new double[3][order.length];
        double[] one = new double[2];
        for (int i = 0; i < order.length; i++) {
            columns[2][i] = model.lossAndGradient(THETA, examples, order[i], one);
            columns[0][i] = one[0];
            columns[1][i] = one[1];
        }
        double[] gradient = new double[2];
        double value = objective.valueAndGradient(THETA, gradient);
        double[] penalty = {sum(columns[0]), sum(columns[1])};
        assertEquals(sum(columns[2]) + model.penaltyAndGradient(THETA, penalty), value);
        assertArrayEquals(penalty, gradient);
        assertEquals(value, objective.value(THETA));
        return gradient;
    }

    @Test
    void theOrderOfTheSumIsFixed() {
        for (int count : new int[] {1, 2, 3, 5, 7, 8, 9, 63, 64, 65, 128, 200}) {
            Objective objective = model.objective(Smoothing.examples(random(5 * count, count), 5));
            int[] order = new int[count];
            Arrays.setAll(order, i -> i);
            assertFixedOrder(objective, order);
        }
    }

    @Test
    void selectionsAreSummedInTheirOwnOrder() {
        Objective objective = model.objective(Smoothing.examples(random(500, 1), 5));
        int[] order = new SplittableRandom(2).ints(90, 0, 100).toArray();
        assertFixedOrder(objective.over(Selection.of(order)), order);
        int[] range = new int[70];
        Arrays.setAll(range, i -> 11 + i);
        assertFixedOrder(objective.over(Selection.range(11, 81)), range);
        assertFixedOrder(objective.over(Selection.range(1, 91).slice(10, 80)), range);
        assertEquals(
                "example 100 was selected, but there are 100 (from 0)",
                assertThrows(IllegalArgumentException.class, () -> objective.over(Selection.range(90, 101)))
                        .getMessage());
    }

    @Test
    void dataCutAtMultiplesOfATileGiveTheSameBits() {
        Objective whole = model.objective(Smoothing.examples(random(5 * 400, 3), 5));
        double[] expected = new double[2];
        double value = whole.valueAndGradient(THETA, expected);
        double[] gradient = new double[2];
        double total = 0;
        double losses = 0;
        int[] cuts = {0, 64, 256, 256, 384, 400};
        for (int i = 1; i < cuts.length; i++) {
            Objective piece = whole.over(Selection.range(cuts[i - 1], cuts[i]));
            total = piece.accumulate(THETA, total, gradient);
            losses = piece.accumulate(THETA, losses);
        }
        assertEquals(total, losses);
        assertEquals(value, total + model.penaltyAndGradient(THETA, gradient));
        assertArrayEquals(expected, gradient);
    }

    @Test
    void noExamplesLeaveThePenalty() {
        Objective objective = model.objective(Smoothing.examples(new double[0], 5));
        assertEquals(0, objective.examples().count());
        double[] gradient = {7, 7};
        assertEquals(model.penalty(THETA), objective.valueAndGradient(THETA, gradient));
        assertArrayEquals(new double[] {0, 0.005}, gradient);
        assertEquals(model.penalty(THETA), objective.mean().value(THETA));
    }

    @Test
    void noStepsHaveNoLoss() {
        Objective objective = model.objective(Smoothing.examples(new double[0], 0, 0));
        assertEquals(2, objective.examples().count());
        assertEquals(model.penalty(THETA), objective.valueAndGradient(THETA, new double[2]));
    }

    @Test
    void theMeanDividesEverything() {
        Objective sum = model.objective(Smoothing.examples(random(50, 4), 5));
        double[] expected = new double[2];
        double[] gradient = new double[2];
        assertEquals(sum.valueAndGradient(THETA, expected) / 10, sum.mean().valueAndGradient(THETA, gradient));
        assertEquals(sum.value(THETA) / 10, sum.mean().value(THETA));
        assertArrayEquals(new double[] {expected[0] / 10, expected[1] / 10}, gradient);
    }

    @Test
    void anExampleThatFailsIsReported() {
        Objective objective = model.objective(Smoothing.examples(random(50, 5), 5));
        assertThrows(ParameterOutsideInterval.class, () -> objective.value(new double[] {1.5, 0}));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> objective.value(new double[3]));
        assertEquals("the parameter vector has 3 entries, the model has 2: alpha, l0", refused.getMessage());
    }

    @Test
    void theExamplesMustBeTheModelsOwnAndComplete() {
        Examples foreign = Garch.examples(random(10, 6));
        assertEquals(
                "the examples were made for Garch, not for Smoothing",
                assertThrows(IllegalArgumentException.class, () -> model.objective(foreign))
                        .getMessage());
        Correction correction = new Correction(Math::sin);
        Examples inputs = Examples.of(correction.schema())
                .column("x", 1.0)
                .column("h0", 1.0)
                .withoutTargets()
                .build();
        assertEquals(
                "the examples have no values for y_true, which the loss of Correction needs",
                assertThrows(IllegalArgumentException.class, () -> correction.objective(inputs))
                        .getMessage());
    }

    @Test
    void allocatesNothing() {
        Objective objective = model.objective(Smoothing.examples(random(5 * 100, 7), 5));
        double[] gradient = new double[2];
        Allocation.assertNone(() -> objective.valueAndGradient(THETA, gradient));
        Allocation.assertNone(() -> objective.value(THETA));
    }
}
