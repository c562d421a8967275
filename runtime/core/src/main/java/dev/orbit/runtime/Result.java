package dev.orbit.runtime;

/**
 * What a model gives for an example besides its loss: one of its outputs, or the residuals of one statement.
 *
 * <pre>{@code
 * Result.of("forecast").overSteps()
 * Result.of("y_hat", 4)
 * }</pre>
 *
 * <p>In an array of its own it lies as a column of data does: {@code [n]}, or {@code [step][n]} with one row for each
 * application of the step, matrices row-major. Row 0 belongs to the data row {@link Steps#firstRow}.
 *
 * @param name as in the spec; residuals have no name there, and are called {@code residual1}, {@code residual2} in their order
 * @param shape shape of one row
 * @param perStep whether there is one row per step of an example, else one per example
 */
public record Result(String name, Shape shape, boolean perStep) {
    /** One row per example. */
    public static Result of(String name, int... extents) {
        return new Result(name, Shape.of(extents), false);
    }

    /** The same, one row per step. */
    public Result overSteps() {
        return new Result(name, shape, true);
    }

    /**
     * Its entries for one example.
     *
     * @param steps how often the example applies the step
     * @throws ArithmeticException if they are more than an array can hold
     */
    public int length(int steps) {
        return Math.multiplyExact(shape.size(), perStep ? steps : 1);
    }
}
