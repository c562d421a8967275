package dev.orbit.runtime;

import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * What an optimiser sees: the losses of many examples, summed, and the penalty once.
 *
 * <pre>{@code
 * Objective objective = Objective.of(model, examples);
 * double value = objective.valueAndGradient(theta, gradient);
 * Objective parallel = Objective.of(model, examples).on(executor, 4).mean();
 * }</pre>
 *
 * <p>The sum has a fixed order, so that its bits depend neither on the number of threads nor on how the work is cut. Examples
 * are taken in tiles of 64 in their order. In a tile, eight accumulators start at zero and example {@code i} is added to
 * accumulator {@code i mod 8}; then accumulators 4 to 7 are added to 0 to 3, of these 2 and 3 to 0 and 1, and 1 to 0. Tiles
 * are added one after another to a total that starts at zero. Each entry of the gradient is summed the same way. Last, the
 * penalty is added, and a mean is divided.
 *
 * <p>No examples: value and gradient are those of the penalty alone. An example of no steps has
 * whatever loss the model gives it.
 *
 * <p>On the calling thread alone, a call allocates nothing once the workspace has seen its longest example; with an executor
 * it allocates a few objects, however many examples there are. An objective forks the model, and is for one thread at a time,
 * even where it uses several itself.
 */
public final class Objective implements Differentiable {
    private final Model model;
    private final Examples examples;
    private final LossSum sum;
    private final boolean mean;
    private final double[] penaltyGradient;
    private Selection selection;
    private double penaltyShare = 1;

    private Objective(Model model, Examples examples, LossSum sum, boolean mean, Selection selection) {
        this.model = model;
        this.examples = examples;
        this.sum = sum;
        this.mean = mean;
        this.selection = selection;
        this.penaltyGradient = new double[model.schema().parameters().size()];
    }

    /**
     * The sum over all examples, on the calling thread.
     *
     * @throws IllegalArgumentException if the examples were made for another schema, or without targets
     */
    public static Objective of(Model model, Examples examples) {
        examples.requireSchema(model.schema());
        examples.requireTargets();
        Model own = model.fork();
        return new Objective(
                own, examples, new SequentialSum(own, examples), false, Selection.range(0, examples.count()));
    }

    /**
     * The same objective over some of the examples; the penalty still counts once.
     *
     * @throws IllegalArgumentException if it selects an example that is not there
     */
    public Objective over(Selection some) {
        some.requireWithin(examples.count());
        return new Objective(model.fork(), examples, sum.fork(), mean, some);
    }

    /** The same objective divided by the number of examples, penalty and all: the minimum is at the same place. */
    public Objective mean() {
        return new Objective(model.fork(), examples, sum.fork(), true, selection);
    }

    /**
     * The same objective, bit for bit, computed by the calling thread and up to {@code threads - 1} tasks that it gives to an
     * executor at each call. If the executor rejects a task or starts it late, the calling thread does more itself.
     *
     * @throws IllegalArgumentException if {@code threads} is not positive
     */
    public Objective on(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("the number of threads is " + threads);
        }
        return new Objective(
                model.fork(), examples, new ParallelSum(model, examples, executor, threads), mean, selection);
    }

    /** The model, a fork of the one given: one per objective. */
    public Model model() {
        return model;
    }

    public Examples examples() {
        return examples;
    }

    /** Which examples are summed. */
    public Selection selection() {
        return selection;
    }

    @Override
    public int size() {
        return model.schema().parameters().size();
    }

    /**
     * {@inheritDoc}
     *
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    @Override
    public double value(double[] point) {
        model.schema().parameters().check(point);
        double value = accumulate(point, 0) + penaltyShare * model.penalty(point);
        return value / divisor();
    }

    /**
     * {@inheritDoc}
     *
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        model.schema().parameters().check(point);
        int size = size();
        Arrays.fill(gradient, 0, size, 0);
        double value = accumulate(point, 0, gradient) + addPenalty(point, gradient);
        double divisor = divisor();
        for (int i = 0; mean && i < size; i++) {
            gradient[i] /= divisor;
        }
        return value / divisor;
    }

    private double addPenalty(double[] point, double[] gradient) {
        if (penaltyShare == 1) {
            return model.penaltyAndGradient(point, gradient);
        }
        Arrays.fill(penaltyGradient, 0);
        double penalty = penaltyShare * model.penaltyAndGradient(point, penaltyGradient);
        for (int i = 0; i < penaltyGradient.length; i++) {
            gradient[i] += penaltyShare * penaltyGradient[i];
        }
        return penalty;
    }

    private double divisor() {
        return mean ? Math.max(1, selection.count()) : 1;
    }

    /**
     * The losses of these examples, without penalty, added to what was summed before. Data that are cut at multiples of 64
     * examples and summed one piece after another give the bits of the whole.
     *
     * @param total what earlier pieces returned; 0 for the first
     */
    public double accumulate(double[] point, double total) {
        return sum.value(point, selection, total);
    }

    /**
     * As {@link #accumulate(double[], double)}, with gradients.
     *
     * @param gradient what earlier pieces summed, zeros for the first; added to
     */
    public double accumulate(double[] point, double total, double[] gradient) {
        return sum.valueAndGradient(point, selection, total, gradient);
    }

    /** Moves this objective to a part of the examples that bears a part of the penalty. */
    void select(Selection part, double share) {
        selection = part;
        penaltyShare = share;
    }
}
