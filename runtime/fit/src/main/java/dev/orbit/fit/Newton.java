package dev.orbit.fit;

import dev.orbit.runtime.Differentiable;

/**
 * The last digits of a minimum: Newton's method with second derivatives by differences of the exact gradient, from a point
 * that another method found.
 *
 * <p>Values of a function near its minimum tell the place to half of their digits only; the gradient tells it to all of them.
 * A step counts as progress when Newton's decrement {@code sqrt(g' H^-1 g)}, which is the distance to the minimum in units
 * that do not depend on scaling, falls by half.
 */
public final class Newton {
    private static final int ROUNDS = 5;
    private static final int STEPS = 8;
    /** Of the value: what is less than this above another is not worse. */
    private static final double ROUNDING = 1e-11;

    private final Differentiable function;
    private final double[] step;
    private final double[] nextGradient;
    private double[] point;
    private double[] gradient;
    private double value;
    private int evaluations;

    private Newton(Differentiable function, double[] start) {
        int size = function.size();
        this.function = function;
        this.point = start.clone();
        this.gradient = new double[size];
        this.step = new double[size];
        this.nextGradient = new double[size];
        this.value = function.valueAndGradient(point, gradient);
        this.evaluations = 1;
    }

    /**
     * Improves what an optimiser without bounds found. Takes some ten gradients per variable.
     *
     * @return the better point with the given number of iterations and reason to stop; the given point if the function has no
     *     strict minimum near it
     */
    public static Outcome polish(Differentiable function, Outcome found) {
        Newton newton = new Newton(function, found.point());
        if (!Vectors.finite(newton.value, newton.gradient)) {
            return found;
        }
        boolean better = true;
        for (int round = 0; round < ROUNDS && better; round++) {
            better = newton.improve();
        }
        return new Outcome(
                newton.point,
                newton.value,
                Vectors.norm(newton.gradient),
                found.iterations(),
                found.evaluations() + newton.evaluations,
                found.stop());
    }

    /** Steps with the second derivatives of one point; returns whether one of them was progress. */
    private boolean improve() {
        if (Vectors.norm(gradient) == 0) {
            return false;
        }
        Curvature curvature = Curvature.at(function, point);
        evaluations += 2 * function.size();
        if (!curvature.positive()) {
            return false;
        }
        double decrement = decrement(curvature, gradient);
        for (int i = 0; i < STEPS; i++) {
            double[] next = point.clone();
            Vectors.add(-1, step, next);
            double nextValue = function.valueAndGradient(next, nextGradient);
            evaluations++;
            boolean sound = Vectors.finite(nextValue, nextGradient) && nextValue <= value + ROUNDING * Math.abs(value);
            double nextDecrement = sound ? decrement(curvature, nextGradient) : Double.NaN;
            if (!(nextDecrement < decrement / 2)) {
                return i > 0;
            }
            point = next;
            value = nextValue;
            System.arraycopy(nextGradient, 0, gradient, 0, gradient.length);
            decrement = nextDecrement;
        }
        return true;
    }

    /** Newton's decrement; leaves the step in {@link #step}. */
    private double decrement(Curvature curvature, double[] slopes) {
        System.arraycopy(slopes, 0, step, 0, step.length);
        curvature.solve(step);
        return Math.sqrt(Math.max(0, Vectors.dot(slopes, step)));
    }
}
