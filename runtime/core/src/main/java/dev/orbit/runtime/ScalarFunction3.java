package dev.orbit.runtime;

/**
 * An abstract function of three numbers, of which only values are needed. Pure, as {@link ScalarFunction1}. A function of more
 * numbers is a {@link VectorFunction} with a result of one entry.
 */
@FunctionalInterface
public interface ScalarFunction3 {
    double value(double u, double v, double w);
}
