package dev.orbit.runtime;

/**
 * An abstract function of one number, of which only values are needed: {@code new Correction(Math::sin)}. It must be pure: the
 * same argument gives the same value, whatever thread asks.
 */
@FunctionalInterface
public interface ScalarFunction1 {
    double value(double u);
}
