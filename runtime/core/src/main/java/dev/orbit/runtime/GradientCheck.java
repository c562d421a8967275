package dev.orbit.runtime;

import java.util.function.ToDoubleFunction;

/**
 * Compares a gradient with finite differences of the value that estimate their own error. A tool for tests: it allocates
 * freely and evaluates the value some dozens of times per entry.
 *
 * <pre>{@code
 * GradientReport report = GradientCheck.of(objective).named(layout).at(theta);
 * assertTrue(report.passed(), report::render);
 * }</pre>
 */
public final class GradientCheck {
    private GradientCheck() {}

    /** Checks a function that knows its own gradient. */
    public static GradientCheck of(Differentiable function) {
        throw new UnsupportedOperationException("in the next step");
    }

    /** Checks a claimed gradient at a point against a value. */
    public static GradientCheck of(int size, ToDoubleFunction<double[]> value, Gradient gradient) {
        throw new UnsupportedOperationException("in the next step");
    }

    /** A gradient given as a method. */
    @FunctionalInterface
    public interface Gradient {
        /** Overwrites {@code gradient} with the gradient at {@code point}. */
        void write(double[] point, double[] gradient);
    }

    /** The same check, with names for the entries and steps that stay inside the parameters' intervals. */
    public GradientCheck named(ParameterLayout layout) {
        throw new UnsupportedOperationException("in the next step");
    }

    /** The same check of some entries only. */
    public GradientCheck entries(int... entries) {
        throw new UnsupportedOperationException("in the next step");
    }

    /** Checks at a point. */
    public GradientReport at(double[] point) {
        throw new UnsupportedOperationException("in the next step");
    }
}
