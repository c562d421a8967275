package dev.orbit.runtime;

import java.util.Optional;

/**
 * What every emitted class is: the loss of one example, its exact gradient, and the penalty on the parameters.
 *
 * <p>An emitted class also has methods of its own with one argument per datum; those are for code that knows the model. The
 * methods here are for code that does not: an {@link Objective}, a gradient check, an optimiser.
 *
 * <p>Parameters are one flat vector in order of declaration, each entry row-major, as {@link Schema#parameters()} tells.
 * A gradient has the same layout. Arrays that are written may be longer than needed; only the leading entries are touched.
 *
 * <p>An instance is one workspace: it may be used by one thread at a time and allocates nothing once it has seen its longest
 * example. {@link #fork()} makes another workspace for another thread.
 */
public interface Model {
    /** Names, shapes and layouts of parameters and data. The same object for every instance of a class. */
    Schema schema();

    /**
     * The loss of one example, without the penalty.
     *
     * @param parameters the parameter vector, {@code schema().parameters().size()} entries
     * @param examples data made for this model's schema
     * @param example index of the example, from 0
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    double loss(double[] parameters, Examples examples, int example);

    /**
     * The loss of one example and its gradient by the parameters, without the penalty.
     *
     * @param gradient overwritten with the gradient, {@code schema().parameters().size()} entries; a parameter that the model
     *     does not differentiate has gradient 0
     * @return the loss, bit for bit what {@link #loss} returns
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    double lossAndGradient(double[] parameters, Examples examples, int example, double[] gradient);

    /**
     * As {@link #lossAndGradient(double[], Examples, int, double[])}, and the gradient by the data that the model
     * differentiates.
     *
     * @param inputGradients one array per column of {@link Schema#differentiatedColumns()}, in that order; each is overwritten
     *     in the column's own layout: {@code [n]}, or {@code [step][n]} for data per step. A model that differentiates no data
     *     need not override this
     */
    default double lossAndGradient(
            double[] parameters, Examples examples, int example, double[] gradient, double[][] inputGradients) {
        return lossAndGradient(parameters, examples, example, gradient);
    }

    /** The penalty, a function of the parameters alone; 0 where the model has none. */
    default double penalty(double[] parameters) {
        return 0;
    }

    /**
     * The penalty; its gradient is <em>added</em> to {@code gradient}, so that it can follow a sum over examples.
     *
     * @return the penalty, bit for bit what {@link #penalty} returns
     */
    default double penaltyAndGradient(double[] parameters, double[] gradient) {
        return 0;
    }

    /** The layout of the parameter vector. */
    default ParameterLayout parameters() {
        return schema().parameters();
    }

    /**
     * The sum of the losses of all examples, and the penalty once.
     *
     * @throws IllegalArgumentException if the examples were made for another schema, or without targets
     */
    default Objective objective(Examples examples) {
        return Objective.of(this, examples);
    }

    /**
     * A workspace that computes many examples side by side, faster than one after another and bit for bit the same; empty for a
     * model that cannot be computed so. An {@link Objective} uses it without being asked.
     */
    default Optional<Batch> batch() {
        return Optional.empty();
    }

    /** The same model, sharing its abstract functions, with a workspace of its own: one per thread. */
    Model fork();
}
