package dev.orbit.runtime;

import java.util.Arrays;

/**
 * Cuts an objective's examples into batches, shuffled without touching the data.
 *
 * <pre>{@code
 * MiniBatches batches = MiniBatches.of(objective, 32);
 * for (int epoch = 0; epoch < 100; epoch++) {
 *     batches.shuffle(epoch);
 *     for (int i = 0; i < batches.count(); i++) {
 *         double value = batches.batch(i).valueAndGradient(theta, gradient);
 *     }
 * }
 * }</pre>
 *
 * <p>Each batch bears its part of the penalty: with {@code b} of {@code n} examples it is {@code b/n} of it. So the batches of
 * an epoch add up to the whole objective, and the expected mean of a batch is the whole mean. The last batch may be smaller.
 */
public final class MiniBatches {
    private final Objective objective;
    private final int[] original;
    private final int[] order;
    private final Selection[] batches;

    private MiniBatches(Objective objective, int[] original, int batchSize) {
        this.original = original;
        this.order = original.clone();
        Selection all = Selection.sharing(order);
        this.objective = objective.over(all);
        this.batches = new Selection[(int) (((long) order.length + batchSize - 1) / batchSize)];
        Arrays.setAll(batches, i -> all.slice(i * batchSize, (int) Math.min(order.length, (i + 1L) * batchSize)));
    }

    /**
     * Batches of the examples that the objective selects, in their order.
     *
     * @throws IllegalArgumentException if the size is not positive
     */
    public static MiniBatches of(Objective objective, int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the size of a batch is " + batchSize);
        }
        return new MiniBatches(objective, objective.selection().examples(), batchSize);
    }

    /** How many batches there are. */
    public int count() {
        return batches.length;
    }

    /** Deals the examples anew. The order depends on the seed alone, not on earlier calls. */
    public void shuffle(long seed) {
        System.arraycopy(original, 0, order, 0, order.length);
        new SplitMix(seed).shuffle(order);
    }

    /** The objective over one batch: always the same object, moved to that batch. */
    public Objective batch(int index) {
        objective.select(batches[index], (double) batches[index].count() / order.length);
        return objective;
    }
}
