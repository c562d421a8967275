package dev.orbit.runtime;

/**
 * A model with residuals: its spec has at least one {@code residual}. The sum of their squares (without a factor one half) is a
 * part of the loss, or all of it.
 *
 * <p>The residuals of one example are one vector r: the residuals of each statement in the order of the spec, as
 * {@link Schema#residuals()} lists them, and of one statement {@code [n]} or, inside the step, {@code [step][n]}. A residual
 * in a branch that is not taken is 0. The Jacobian J has one row per residual and one column per entry of the parameter vector,
 * flat and row-major; a parameter that the model does not differentiate has a column of zeros. With these, the gradient of the
 * sum of squares is 2 J'r, and 2 J'J is the Gauss-Newton approximation of its Hessian.
 *
 * <p>All methods throw {@link ParameterOutsideInterval} if a parameter is NaN or not inside its open interval, and allocate
 * nothing once the workspace has seen its longest example.
 */
public interface LeastSquares extends Model {
    /**
     * Whether the sum of squares is all there is to minimise: the model has neither another loss nor a penalty.
     */
    boolean hasOnlyResiduals();

    /** How many residuals an example has. */
    default int residualCount(Examples examples, int example) {
        return schema().residualCount(examples.steps(example));
    }

    /**
     * The residuals of one example.
     *
     * @param residuals overwritten from {@code at} on, {@link #residualCount} entries
     */
    void residuals(double[] parameters, Examples examples, int example, double[] residuals, int at);

    /**
     * The Jacobian of one example's residuals by the parameters: column by column with {@link #jacobianTimes} or row by row with
     * {@link #transposedTimes}, whichever is less work.
     *
     * @param jacobian overwritten from {@code at} on, {@code residualCount * parameterCount} entries, row-major
     */
    void jacobian(double[] parameters, Examples examples, int example, double[] jacobian, int at);

    /**
     * J v: how the residuals change along a direction, in forward mode.
     *
     * @param direction v, in the layout of the parameter vector
     * @param product overwritten from {@code at} on, {@link #residualCount} entries
     */
    void jacobianTimes(
            double[] parameters, Examples examples, int example, double[] direction, double[] product, int at);

    /**
     * J'u: the gradient of the residuals' weighted sum, in reverse mode.
     *
     * @param weights u, read from {@code at} on, {@link #residualCount} entries
     * @param product overwritten, in the layout of the parameter vector
     */
    void transposedTimes(
            double[] parameters, Examples examples, int example, double[] weights, int at, double[] product);

    /**
     * The residuals of all examples as one vector.
     *
     * @throws IllegalArgumentException if the examples were made for another schema, or without targets
     */
    default Residuals residuals(Examples examples) {
        return Residuals.of(this, examples);
    }

    @Override
    LeastSquares fork();
}
