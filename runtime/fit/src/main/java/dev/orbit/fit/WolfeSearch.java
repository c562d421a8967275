package dev.orbit.fit;

import dev.orbit.runtime.Differentiable;

/**
 * A step along a direction by which the value falls enough and the slope flattens enough: the strong Wolfe conditions, by the
 * method of Moré and Thuente, "Line search algorithms with guaranteed sufficient decrease" (1994).
 *
 * <p>Near a minimum values differ by rounding only. There a step is also taken if its slope alone tells that the value fell:
 * the approximate conditions of Hager and Zhang, "A new conjugate gradient method with guaranteed descent and an efficient
 * line search" (2005), section 4. A trial with a value or gradient that is not finite halves the room.
 */
final class WolfeSearch {
    /** By which part of what the slope promises the value must fall. */
    private static final double DECREASE = 1e-4;
    /** To which part of the first slope the slope must flatten. */
    private static final double FLATTEN = 0.9;
    /** Of the value: differences below are rounding. */
    private static final double ROUNDING = 1e-13;

    private static final int TRIALS = 40;

    private final Differentiable function;
    private final Bounds bounds;
    private final Bracket bracket = new Bracket();
    private double[] origin = new double[0];
    private double[] direction = new double[0];
    private double[] point = new double[0];
    private double[] gradient = new double[0];
    private double value;
    private int evaluations;

    WolfeSearch(Differentiable function, Bounds bounds) {
        this.function = function;
        this.bounds = bounds;
    }

    /** The value where the last search ended. */
    double value() {
        return value;
    }

    /** Evaluations of all searches so far. */
    int evaluations() {
        return evaluations;
    }

    /**
     * Searches; point and gradient where it ends are written to {@code to} and {@code gradientTo}.
     *
     * @param first the value at {@code from}
     * @param slope the slope there along {@code along}, negative
     * @param trial the first step to try
     * @param greatest the longest step allowed
     * @return whether a step was found that does better
     */
    boolean search(
            double[] from,
            double[] along,
            double first,
            double slope,
            double trial,
            double greatest,
            double[] to,
            double[] gradientTo) {
        origin = from;
        direction = along;
        point = to;
        gradient = gradientTo;
        double room = greatest;
        double step = Math.min(trial, greatest);
        double enough = DECREASE * slope;
        boolean climbing = false;
        bracket.begin(first, slope, greatest);
        for (int i = 0; i < TRIALS; i++) {
            double there = evaluate(step);
            if (Double.isNaN(there)) {
                room = bracket.best() + (step - bracket.best()) / 2;
                step = room;
                continue;
            }
            boolean falls = value <= first + step * enough;
            if (falls && Math.abs(there) <= -FLATTEN * slope
                    || flattens(first, slope, there)
                    || falls && there <= enough && step >= room) {
                return true;
            }
            if (bracket.exhausted()) {
                break;
            }
            climbing |= falls && there >= 0;
            step = next(step, there, climbing || falls ? 0 : enough, room);
        }
        return settle(first);
    }

    /** The next trial; until the function climbs, of what it falls more than enough. */
    private double next(double step, double there, double enough, double room) {
        double tilt = value <= bracket.bestValue() ? enough : 0;
        bracket.tilt(-tilt);
        double trial = bracket.next(step, value - step * tilt, there - tilt, room);
        bracket.tilt(tilt);
        return trial;
    }

    /** Whether the slope alone tells that the value fell, where values are too near to each other to tell. */
    private boolean flattens(double first, double slope, double there) {
        return value <= first + ROUNDING * Math.abs(first)
                && there >= FLATTEN * slope
                && there <= (2 * DECREASE - 1) * slope;
    }

    /** Goes to the best trial, if that is any better than the start. */
    private boolean settle(double first) {
        return bracket.best() > 0 && bracket.bestValue() < first && !Double.isNaN(evaluate(bracket.best()));
    }

    /** Value and gradient at a step; returns the slope along the direction, NaN if any of them is not finite. */
    private double evaluate(double step) {
        for (int i = 0; i < point.length; i++) {
            point[i] = bounds.nearest(i, origin[i] + step * direction[i]);
        }
        evaluations++;
        value = function.valueAndGradient(point, gradient);
        return Vectors.finite(value, gradient) ? Vectors.dot(gradient, direction) : Double.NaN;
    }
}
