package dev.orbit.runtime;

/** An abstract function of two numbers, of which only values are needed. Pure, as {@link ScalarFunction1}. */
@FunctionalInterface
public interface ScalarFunction2 {
    double value(double u, double v);
}
