package dev.orbit.fit;

/** Sees every iteration of an optimiser, and may end it. */
@FunctionalInterface
public interface Observer {
    /**
     * Called at the start (iteration 0) and after each step.
     *
     * @param point where it is; only to be read, and only during the call
     * @param gradientNorm the greatest absolute entry of the gradient, leaving out entries that point out of the bounds
     * @return whether to go on
     */
    boolean iterated(int iteration, double[] point, double value, double gradientNorm);

    /** Sees nothing and never ends anything. */
    static Observer none() {
        return (iteration, point, value, gradientNorm) -> true;
    }
}
