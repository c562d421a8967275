package dev.orbit.runtime;

import java.util.Arrays;

/**
 * The residuals of many examples as one vector, example after example, each in the layout of {@link LeastSquares}: what
 * {@link Objective} is for the loss. The sum of squares is the objective's value, but for rounding, if the model
 * {@link LeastSquares#hasOnlyResiduals has only residuals}.
 *
 * <p>Forks the model; for one thread at a time; calls allocate nothing once the workspace has seen its longest example.
 */
public final class Residuals implements ResidualFunction {
    private final LeastSquares model;
    private final Examples examples;
    private final Selection selection;
    private final int size;
    private final int count;
    private final double[] product;

    private Residuals(LeastSquares model, Examples examples, Selection selection) {
        this.model = model;
        this.examples = examples;
        this.selection = selection;
        this.size = model.schema().parameters().size();
        this.product = new double[size];
        int total = 0;
        for (int i = 0; i < selection.count(); i++) {
            total = Math.addExact(total, model.residualCount(examples, selection.example(i)));
        }
        this.count = total;
    }

    /**
     * The residuals of all examples.
     *
     * @throws IllegalArgumentException if the examples were made for another schema, or without targets
     */
    public static Residuals of(LeastSquares model, Examples examples) {
        examples.requireSchema(model.schema());
        examples.requireTargets();
        return new Residuals(model.fork(), examples, Selection.range(0, examples.count()));
    }

    /**
     * The residuals of some of the examples.
     *
     * @throws IllegalArgumentException if it selects an example that is not there
     */
    public Residuals over(Selection some) {
        some.requireWithin(examples.count());
        return new Residuals(model.fork(), examples, some);
    }

    /** The model, a fork of the one given. */
    public LeastSquares model() {
        return model;
    }

    public Examples examples() {
        return examples;
    }

    /** Whose residuals these are. */
    public Selection selection() {
        return selection;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int count() {
        return count;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    @Override
    public void residuals(double[] point, double[] residuals) {
        model.schema().parameters().check(point);
        int at = 0;
        for (int i = 0; i < selection.count(); i++) {
            int example = selection.example(i);
            model.residuals(point, examples, example, residuals, at);
            at += model.residualCount(examples, example);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     * @throws ArithmeticException if the Jacobian is larger than an array can be
     */
    @Override
    public void residualsAndJacobian(double[] point, double[] residuals, double[] jacobian) {
        model.schema().parameters().check(point);
        Math.multiplyExact(count, size);
        int at = 0;
        for (int i = 0; i < selection.count(); i++) {
            int example = selection.example(i);
            model.residuals(point, examples, example, residuals, at);
            model.jacobian(point, examples, example, jacobian, at * size);
            at += model.residualCount(examples, example);
        }
    }

    /**
     * J v of all examples.
     *
     * @param direction v, {@code size()} entries
     * @param times overwritten, {@code count()} entries
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    public void jacobianTimes(double[] point, double[] direction, double[] times) {
        model.schema().parameters().check(point);
        int at = 0;
        for (int i = 0; i < selection.count(); i++) {
            int example = selection.example(i);
            model.jacobianTimes(point, examples, example, direction, times, at);
            at += model.residualCount(examples, example);
        }
    }

    /**
     * J'u of all examples.
     *
     * @param weights u, {@code count()} entries
     * @param times overwritten, {@code size()} entries
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    public void transposedTimes(double[] point, double[] weights, double[] times) {
        model.schema().parameters().check(point);
        Arrays.fill(times, 0, size, 0);
        int at = 0;
        for (int i = 0; i < selection.count(); i++) {
            int example = selection.example(i);
            model.transposedTimes(point, examples, example, weights, at, product);
            TileSum.add(product, times, size);
            at += model.residualCount(examples, example);
        }
    }
}
