package dev.orbit.runtime;

/** A vector function with its Jacobian, the sum of whose squares is to be least: what a Gauss-Newton method sees. */
public interface ResidualFunction {
    /** How many variables the function has. */
    int size();

    /** How many residuals there are. */
    int count();

    /**
     * The residuals at a point.
     *
     * @param point {@code size()} entries, only read
     * @param residuals overwritten, {@code count()} entries
     */
    void residuals(double[] point, double[] residuals);

    /**
     * The residuals at a point and their Jacobian.
     *
     * @param point {@code size()} entries, only read
     * @param residuals overwritten, {@code count()} entries, bit for bit what {@link #residuals} writes
     * @param jacobian overwritten, {@code count() * size()} entries, row-major: one row per residual
     */
    void residualsAndJacobian(double[] point, double[] residuals, double[] jacobian);
}
