package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MiniBatchesTest {
    private static final double[] THETA = {0.4, 2.5};

    private final Smoothing model = new Smoothing();
    private final Objective objective = model.objective(
            Smoothing.examples(new SplittableRandom(1).doubles(5 * 50).toArray(), 5));

    private static int[] examples(MiniBatches batches) {
        int[] all = new int[0];
        for (int i = 0; i < batches.count(); i++) {
            int[] batch = batches.batch(i).selection().examples();
            int before = all.length;
            all = Arrays.copyOf(all, before + batch.length);
            System.arraycopy(batch, 0, all, before, batch.length);
        }
        return all;
    }

    @Test
    void everyExampleIsInOneBatch() {
        MiniBatches batches = MiniBatches.of(objective.over(Selection.range(3, 50)), 8);
        assertEquals(6, batches.count());
        assertEquals(7, batches.batch(5).selection().count());
        int[] expected = new int[47];
        Arrays.setAll(expected, i -> i + 3);
        assertArrayEquals(expected, examples(batches));
        batches.shuffle(1);
        int[] shuffled = examples(batches);
        assertFalse(Arrays.equals(expected, shuffled));
        Arrays.sort(shuffled);
        assertArrayEquals(expected, shuffled);
    }

    @Test
    void theOrderDependsOnTheSeedAlone() {
        MiniBatches batches = MiniBatches.of(objective, 8);
        batches.shuffle(1);
        int[] first = examples(batches);
        batches.shuffle(2);
        assertFalse(Arrays.equals(first, examples(batches)));
        batches.shuffle(1);
        assertArrayEquals(first, examples(batches));
    }

    @Test
    void theBatchesAddUpToTheWhole() {
        MiniBatches batches = MiniBatches.of(objective, 7);
        batches.shuffle(3);
        double[] gradient = new double[2];
        double[] sum = new double[2];
        double value = 0;
        for (int i = 0; i < batches.count(); i++) {
            assertEquals(batches.batch(i).value(THETA), batches.batch(i).valueAndGradient(THETA, gradient));
            value += batches.batch(i).value(THETA);
            sum[0] += gradient[0];
            sum[1] += gradient[1];
        }
        assertEquals(objective.valueAndGradient(THETA, gradient), value, 1e-12);
        assertArrayEquals(gradient, sum, 1e-12);
    }

    @Test
    void theExpectedMeanOfABatchIsTheWholeMean() {
        MiniBatches batches = MiniBatches.of(objective.mean(), 10);
        double value = 0;
        for (int i = 0; i < batches.count(); i++) {
            value += batches.batch(i).value(THETA) / batches.count();
        }
        assertEquals(objective.mean().value(THETA), value, 1e-13);
    }

    @Test
    void noExamplesHaveNoBatches() {
        assertEquals(0, MiniBatches.of(objective.over(Selection.range(0, 0)), 8).count());
        assertThrows(IllegalArgumentException.class, () -> MiniBatches.of(objective, 0));
    }

    @Test
    void allocatesNothing() {
        MiniBatches batches = MiniBatches.of(objective, 8);
        double[] gradient = new double[2];
        Allocation.assertNone(() -> batches.batch(3).valueAndGradient(THETA, gradient));
    }

    @Test
    void theGeneratorIsSplitMix() {
        // the first outputs of SplittableRandom, which is the same generator
        SplitMix ours = new SplitMix(42);
        SplittableRandom reference = new SplittableRandom(42);
        for (int i = 0; i < 100; i++) {
            assertEquals(reference.nextLong(), ours.bits());
        }
        int[] counts = new int[3];
        for (int i = 0; i < 30_000; i++) {
            counts[ours.below(3)]++;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 400);
        }
    }

    @Test
    void selectionsRefuseWhatIsNotThere() {
        assertThrows(IllegalArgumentException.class, () -> Selection.range(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> Selection.range(3, 2));
        assertThrows(IllegalArgumentException.class, () -> Selection.range(0, 3).slice(1, 4));
        assertArrayEquals(new int[] {5, 4}, Selection.of(6, 5, 4, 3).slice(1, 3).examples());
        assertArrayEquals(new int[0], Selection.of().examples());
    }
}
