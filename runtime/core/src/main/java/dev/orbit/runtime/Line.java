package dev.orbit.runtime;

import java.util.function.ToDoubleFunction;

/** A function of many variables along one of them. */
final class Line {
    private final ToDoubleFunction<double[]> function;
    private final double[] point;
    private final int entry;
    private final double lower;
    private final double upper;

    /** The line through a point; the bounds are those of the variable, and open. */
    Line(ToDoubleFunction<double[]> function, double[] point, int entry, double lower, double upper) {
        this.function = function;
        this.point = point.clone();
        this.entry = entry;
        this.lower = lower;
        this.upper = upper;
    }

    /** Where on the line the point lies. */
    double origin() {
        return point[entry];
    }

    /** The greatest step to both sides that stays well inside the bounds. */
    double room() {
        return Math.min(point[entry] - lower, upper - point[entry]) / 2;
    }

    /** The value; NaN where the function refuses the point because of a bound. */
    double at(double position) {
        double[] moved = point.clone();
        moved[entry] = position;
        try {
            return function.applyAsDouble(moved);
        } catch (ParameterOutsideInterval outside) {
            return Double.NaN;
        }
    }
}
