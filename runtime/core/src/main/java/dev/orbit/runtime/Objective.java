package dev.orbit.runtime;

import java.util.concurrent.Executor;

/**
 * What an optimiser sees: the losses of many examples, summed, and the penalty once.
 *
 * <p>The sum has a fixed order, so that its bits depend neither on the number of threads nor on how the work is cut. Examples
 * are taken in tiles of 64 in their order. In a tile, eight accumulators start at zero and example {@code i} is added to
 * accumulator {@code i mod 8}; then accumulators 4 to 7 are added to 0 to 3, of these 2 and 3 to 0 and 1, and 1 to 0. Tiles
 * are added one after another to a total that starts at zero. Each entry of the gradient is summed the same way. Last, the
 * penalty is added.
 *
 * <p>No examples: value and gradient are those of the penalty alone. An example of no steps has whatever loss the model gives
 * it.
 *
 * <p>Nothing is allocated by a call once every workspace has seen its longest example. An objective is for one thread at a
 * time, even where it uses several itself.
 */
public final class Objective implements Differentiable {
    private final Model model;
    private final Examples examples;

    private Objective(Model model, Examples examples) {
        this.model = model;
        this.examples = examples;
    }

    /**
     * The sum over all examples, on the calling thread.
     *
     * @throws IllegalArgumentException if the examples were made for another schema, or without targets
     */
    public static Objective of(Model model, Examples examples) {
        return new Objective(model, examples);
    }

    /** The same objective over some of the examples. */
    public Objective over(Selection selection) {
        throw new UnsupportedOperationException("in the next step");
    }

    /** The same objective divided by the number of examples, penalty and all: the minimum is at the same place. */
    public Objective mean() {
        throw new UnsupportedOperationException("in the next step");
    }

    /** The same objective, bit for bit, computed by the calling thread and up to {@code threads - 1} tasks of an executor. */
    public Objective on(Executor executor, int threads) {
        throw new UnsupportedOperationException("in the next step");
    }

    public Model model() {
        return model;
    }

    public Examples examples() {
        return examples;
    }

    @Override
    public int size() {
        return model.schema().parameters().size();
    }

    @Override
    public double value(double[] point) {
        throw new UnsupportedOperationException("in the next step");
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        throw new UnsupportedOperationException("in the next step");
    }
}
