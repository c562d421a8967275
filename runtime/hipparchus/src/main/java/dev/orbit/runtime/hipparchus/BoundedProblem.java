package dev.orbit.runtime.hipparchus;

import dev.orbit.fit.Bounds;
import dev.orbit.runtime.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.vector.constrained.InequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.LinearInequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;

/**
 * A function and a closed box for the optimisers by sequential quadratic programming, {@code SQPOptimizerS} and
 * {@code SQPOptimizerGM}.
 *
 * <pre>{@code
 * Objective objective = model.objective(examples);
 * Bounds bounds = Bounds.inside(model.parameters());
 * LagrangeSolution found = new SQPOptimizerS().optimize(
 *         BoundedProblem.of(objective, bounds).from(start, new MaxIter(100)));
 * double[] theta = bounds.nearest(found.getX().toArray());
 * }</pre>
 *
 * <p>These optimisers keep a bound to their own tolerance only. A point outside the box therefore counts as the nearest one in
 * it: the function is never asked for anything else, and what they return is to be moved into the box before it is used.
 *
 * <p>Of Hipparchus 4.0.3 two things are to be known. {@code SQPOptimizerS} fails with a {@code NullPointerException} if it
 * begins where gradient and distances to the bounds are all at most {@code sigmaMax}, 0.9 unless its {@code SQPOption} says
 * otherwise; and both begin with steps as long as the gradient, so that a function should be scaled until that is sensible.
 *
 * <p>For one thread at a time.
 */
public final class BoundedProblem {
    private final BoxFunction function;
    private final Bounds bounds;

    private BoundedProblem(BoxFunction function, Bounds bounds) {
        this.function = function;
        this.bounds = bounds;
    }

    /**
     * The problem of minimising a function within bounds, which may be {@link Bounds#none none}.
     *
     * @throws IllegalArgumentException if the bounds are not as many as the function's variables
     */
    public static BoundedProblem of(Differentiable function, Bounds bounds) {
        return new BoundedProblem(new BoxFunction(function, bounds), bounds);
    }

    /**
     * The function with its exact gradient, and second derivatives by central differences of it, as
     * {@link dev.orbit.fit.Curvature} takes them; they are computed when the optimiser asks, that is with
     * {@code SQPOption.setUseFunHessian(true)}.
     */
    public TwiceDifferentiableFunction objective() {
        return function;
    }

    /** The finite bounds, as rows {@code A x >= b}, lower bounds first; empty if there are none. */
    public Optional<InequalityConstraint> constraint() {
        List<double[]> rows = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int side = 1; side >= -1; side -= 2) {
            for (int i = 0; i < bounds.size(); i++) {
                double bound = side > 0 ? bounds.lower(i) : bounds.upper(i);
                if (!Double.isInfinite(bound)) {
                    double[] row = new double[bounds.size()];
                    row[i] = side;
                    rows.add(row);
                    limits.add(side * bound);
                }
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinearInequalityConstraint(
                        rows.toArray(double[][]::new),
                        limits.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /**
     * All that {@code optimize} takes: function, bounds, the start, and what is added here.
     *
     * @param start the point to begin at, copied
     * @param others limits, an {@code SQPOption} and the like; {@code MaxIter} is needed, lest it goes on until 2^31
     * @throws IllegalArgumentException if the start has another length than the function's size
     */
    public OptimizationData[] from(double[] start, OptimizationData... others) {
        function.require(start);
        OptimizationData[] problem = Given.with(others, new ObjectiveFunction(function), new InitialGuess(start));
        return constraint().map(box -> Given.with(problem, box)).orElse(problem);
    }
}
