package dev.orbit.compiler.law;

import java.util.Arrays;

/**
 * A number with its derivatives by all entries of the independent inputs at once.
 *
 * @param slopes one for each entry, or none at all: it depends on nothing
 * @param weights for each entry the sum of the absolute values of what the slope was added up from, along all paths
 */
record ManyDual(double value, double[] slopes, double[] weights) {
    private static final double[] NONE = {};

    static ManyDual fixed(double value) {
        return new ManyDual(value, NONE, NONE);
    }

    static ManyDual variable(double value, int entry, int entries) {
        double[] slopes = new double[entries];
        slopes[entry] = 1;
        return new ManyDual(value, slopes, slopes);
    }

    boolean isFixed() {
        return slopes.length == 0;
    }

    /** Value and slopes, however large. */
    boolean isFinite() {
        return Double.isFinite(value) && Arrays.stream(weights).allMatch(Double::isFinite);
    }

    double slope(int entry) {
        return isFixed() ? 0 : slopes[entry];
    }

    double weight(int entry) {
        return isFixed() ? 0 : weights[entry];
    }

    /** The value of a function with this partial derivative by this number. */
    ManyDual scaled(double value, double partial) {
        if (isFixed()) {
            return fixed(value);
        }
        double[] s = new double[slopes.length];
        double[] w = new double[slopes.length];
        for (int i = 0; i < s.length; i++) {
            // what does not depend on an entry stays so where the partial derivative is infinite
            if (weights[i] != 0) {
                s[i] = partial * slopes[i];
                w[i] = Math.abs(partial) * weights[i];
            }
        }
        return new ManyDual(value, s, w);
    }

    /** The sum of both numbers' slopes, beside this value. */
    ManyDual plusSlopes(ManyDual other, double value) {
        if (isFixed() || other.isFixed()) {
            ManyDual one = isFixed() ? other : this;
            return new ManyDual(value, one.slopes, one.weights);
        }
        double[] s = new double[slopes.length];
        double[] w = new double[slopes.length];
        for (int i = 0; i < s.length; i++) {
            s[i] = slopes[i] + other.slopes[i];
            w[i] = weights[i] + other.weights[i];
        }
        return new ManyDual(value, s, w);
    }
}
