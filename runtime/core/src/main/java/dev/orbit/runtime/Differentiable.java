package dev.orbit.runtime;

/** A function of a vector with its gradient: what an optimiser or a gradient check sees. */
public interface Differentiable {
    /** How many variables the function has. */
    int size();

    /**
     * The value at a point.
     *
     * @param point {@code size()} entries, only read
     */
    double value(double[] point);

    /**
     * The value and the gradient at a point.
     *
     * @param point {@code size()} entries, only read
     * @param gradient overwritten, {@code size()} entries
     * @return the value, bit for bit what {@link #value} returns
     */
    double valueAndGradient(double[] point, double[] gradient);
}
