package dev.orbit.runtime;

/**
 * An abstract function with shapes, or of more than three numbers, of which only values are needed.
 *
 * <p>Its arguments lie one after another in one array, in order of declaration, matrices row-major; its result likewise. For
 * {@code function w(x[3], u)[2]} the arguments are four entries, {@code x} then {@code u}, and the result is two.
 *
 * <p>Pure, as {@link ScalarFunction1}: it writes nothing but the result, keeps no array, and may be called by several threads
 * at once.
 */
@FunctionalInterface
public interface VectorFunction {
    /**
     * Computes the value.
     *
     * @param arguments read, from {@code argumentsAt}
     * @param result overwritten, from {@code resultAt}; never overlaps the arguments
     */
    void value(double[] arguments, int argumentsAt, double[] result, int resultAt);
}
