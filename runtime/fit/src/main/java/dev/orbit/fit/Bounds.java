package dev.orbit.fit;

import dev.orbit.runtime.Interval;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.ParameterLayout;
import java.util.Arrays;

/** A box: each variable from a lower to an upper bound, both included; a bound may be infinite. */
public final class Bounds {
    private final double[] lower;
    private final double[] upper;

    private Bounds(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** The whole space. */
    public static Bounds none(int size) {
        double[] lower = new double[size];
        double[] upper = new double[size];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        return new Bounds(lower, upper);
    }

    /**
     * The box between two corners; copied.
     *
     * @throws IllegalArgumentException if the arrays differ in length, a bound is NaN, or a lower bound is above its upper one
     */
    public static Bounds between(double[] lower, double[] upper) {
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "there are " + lower.length + " lower bounds and " + upper.length + " upper bounds");
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] <= upper[i])) {
                throw new IllegalArgumentException("variable " + i + " has bounds " + lower[i] + " and " + upper[i]
                        + ", with nothing between them");
            }
        }
        return new Bounds(lower.clone(), upper.clone());
    }

    /**
     * The closed box of all parameter vectors of a model: from the least double inside each open interval to the greatest.
     *
     * @throws IllegalArgumentException if the interval of a parameter depends on other parameters, so that it is no side of a
     *     box; {@link dev.orbit.runtime.Unconstrained} is for such models
     */
    public static Bounds inside(ParameterLayout layout) {
        Bounds bounds = none(layout.size());
        for (int i = 0; i < layout.size(); i++) {
            Parameter parameter = layout.parameterAt(i);
            Interval interval = parameter.interval();
            if (!interval.constant()) {
                throw new IllegalArgumentException("the interval of " + parameter.name() + ", " + interval.text()
                        + ", depends on other parameters: no box holds exactly what it allows");
            }
            bounds.lower[i] = Double.isInfinite(interval.lower()) ? interval.lower() : Math.nextUp(interval.lower());
            bounds.upper[i] = Double.isInfinite(interval.upper()) ? interval.upper() : Math.nextDown(interval.upper());
        }
        return between(bounds.lower, bounds.upper);
    }

    /** How many variables there are. */
    public int size() {
        return lower.length;
    }

    /** The lower bound of variable {@code i}, from 0. */
    public double lower(int i) {
        return lower[i];
    }

    /** The upper bound of variable {@code i}, from 0. */
    public double upper(int i) {
        return upper[i];
    }

    /** Whether no variable has a finite bound. */
    boolean absent() {
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] > Double.NEGATIVE_INFINITY || upper[i] < Double.POSITIVE_INFINITY) {
                return false;
            }
        }
        return true;
    }

    /** The nearest point within these bounds, a fresh array; NaN stays. */
    public double[] nearest(double[] point) {
        double[] inside = point.clone();
        for (int i = 0; i < inside.length; i++) {
            inside[i] = nearest(i, point[i]);
        }
        return inside;
    }

    /** The nearest value of variable {@code i} that lies within its bounds; NaN stays. */
    double nearest(int i, double value) {
        return value < lower[i] ? lower[i] : value > upper[i] ? upper[i] : value;
    }

    /** The greatest absolute entry of the gradient, where a step against it is cut at the bounds; NaN if one is NaN. */
    double projectedNorm(double[] point, double[] gradient) {
        double norm = 0;
        for (int i = 0; i < lower.length; i++) {
            double entry = gradient[i];
            if (entry > 0) {
                entry = Math.min(entry, point[i] - lower[i]);
            } else if (entry < 0) {
                entry = Math.max(entry, point[i] - upper[i]);
            }
            norm = Math.max(norm, Math.abs(entry));
        }
        return norm;
    }

    /** How far one may go from a point along a direction, in multiples of it; infinite if nothing is in the way. */
    double room(double[] point, double[] direction) {
        double room = Double.POSITIVE_INFINITY;
        for (int i = 0; i < lower.length; i++) {
            double bound = direction[i] < 0 ? lower[i] : upper[i];
            if (direction[i] != 0 && Math.abs(bound) <= Double.MAX_VALUE) {
                room = Math.min(room, Math.max(0, (bound - point[i]) / direction[i]));
            }
        }
        return room;
    }
}
