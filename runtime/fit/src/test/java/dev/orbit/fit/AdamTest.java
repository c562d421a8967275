package dev.orbit.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.runtime.MiniBatches;
import dev.orbit.runtime.Objective;
import dev.orbit.runtime.ParameterOutsideInterval;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdamTest {
    /** The first three steps of the algorithm as printed, computed with its hats. */
    @Test
    void stepsAsPublished() {
        Adam adam = Adam.of(2).with(Adam.Options.standard().withRate(0.1));
        double[] point = {1, -1};
        double[] expected = point.clone();
        double[] m = new double[2];
        double[] v = new double[2];
        for (int t = 1; t <= 3; t++) {
            double[] gradient = {0.3 * t, -2 + t * t};
            adam.step(point, gradient);
            for (int i = 0; i < 2; i++) {
                m[i] = 0.9 * m[i] + 0.1 * gradient[i];
                v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
                double mHat = m[i] / (1 - Math.pow(0.9, t));
                double vHat = v[i] / (1 - Math.pow(0.999, t));
                expected[i] -= 0.1 * mHat / (Math.sqrt(vHat) + 1e-8);
            }
        }
        assertArrayEquals(expected, point, 1e-13);
        assertEquals(0.7, point[0], 0.01, "steady gradients: steps as long as the rate");
    }

    @Test
    void aStepAllocatesNothing() {
        Adam adam = Adam.of(3);
        double[] point = new double[3];
        double[] gradient = {1, 2, 3};
        Allocation.assertNone(() -> adam.step(point, gradient));
    }

    @Test
    void trainsOnBatchesAndKeepsIntervals() {
        SplittableRandom random = new SplittableRandom(5);
        double[] y = new double[500];
        Arrays.setAll(y, i -> 3 + random.nextGaussian() * 0.5);
        double mean = Arrays.stream(y).average().orElseThrow();
        double variance =
                Arrays.stream(y).map(d -> (d - mean) * (d - mean)).average().orElseThrow();
        MiniBatches batches = MiniBatches.of(
                Objective.of(new Gaussian(), Gaussian.examples(y)).mean(), 50);
        double[] start = {0, 9};
        double[] first = train(batches, start);
        assertArrayEquals(new double[] {mean, variance}, first, 0.02);
        assertArrayEquals(first, train(batches, start), "the seed decides");
        assertArrayEquals(new double[] {0, 9}, start);
        double[] other = Adam.of(2).train(batches, start, 1, 8, Observer.none());
        assertTrue(other[0] != Adam.of(2).train(batches, start, 1, 7, Observer.none())[0]);
    }

    private static double[] train(MiniBatches batches, double[] start) {
        double[] losses = new double[301];
        double[] trained = Adam.of(2)
                .with(Adam.Options.standard().withRate(0.02))
                .train(batches, start, 300, 7, (epoch, point, value, norm) -> {
                    losses[epoch] = value;
                    return true;
                });
        assertTrue(losses[300] < losses[1] - 5);
        return trained;
    }

    @Test
    void theObserverEndsATraining() {
        MiniBatches batches = MiniBatches.of(Objective.of(new Gaussian(), Gaussian.examples(1, 2, 3)), 2);
        int[] epochs = {0};
        Adam.of(2).train(batches, new double[] {0, 1}, 100, 0, (epoch, point, value, norm) -> ++epochs[0] < 4);
        assertEquals(4, epochs[0]);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        MiniBatches none = MiniBatches.of(Objective.of(new Gaussian(), Gaussian.examples()), 2);
        assertEquals(
                "there are no examples to train on",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Adam.of(2).train(none, new double[] {0, 1}, 1, 0, Observer.none()))
                        .getMessage());
        MiniBatches some = MiniBatches.of(Objective.of(new Gaussian(), Gaussian.examples(1)), 2);
        assertThrows(
                ParameterOutsideInterval.class,
                () -> Adam.of(2).train(some, new double[] {0, 0}, 1, 0, Observer.none()));
        assertThrows(
                IllegalArgumentException.class, () -> Adam.Options.standard().withRate(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Adam.Options(1, 1, 0.9, 0));
    }
}
