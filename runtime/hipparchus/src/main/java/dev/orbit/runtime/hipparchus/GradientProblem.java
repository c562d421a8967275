package dev.orbit.runtime.hipparchus;

import dev.orbit.runtime.Differentiable;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;

/**
 * A function and its exact gradient for optimisers that know no bounds, such as {@code NonLinearConjugateGradientOptimizer}.
 *
 * <pre>{@code
 * Unconstrained function = Unconstrained.of(model.objective(examples));
 * PointValuePair found = optimizer.optimize(
 *         GradientProblem.of(function).from(function.free(start), new MaxEval(10_000)));
 * double[] theta = function.parameters(found.getPoint());
 * }</pre>
 *
 * <p>Hand over {@link dev.orbit.runtime.Unconstrained} where parameters have intervals: an objective itself throws
 * {@link dev.orbit.runtime.ParameterOutsideInterval} when a line search steps out of one. Value and gradient at one point cost
 * one evaluation, if they are asked for one after the other, the gradient first. For one thread at a time.
 */
public final class GradientProblem {
    private final LastPoint function;

    private GradientProblem(LastPoint function) {
        this.function = function;
    }

    /** The problem of minimising a function. */
    public static GradientProblem of(Differentiable function) {
        return new GradientProblem(new LastPoint(function));
    }

    /** The function; refuses a point whose length is not its size with {@link IllegalArgumentException}. */
    public ObjectiveFunction objective() {
        return new ObjectiveFunction(function::value);
    }

    /** Its gradient, a fresh array per call; refuses a point as {@link #objective} does. */
    public ObjectiveFunctionGradient gradient() {
        return new ObjectiveFunctionGradient(function::gradient);
    }

    /**
     * All that {@code optimize} takes: function, gradient, the goal to minimise, the start, and what is added here.
     *
     * @param start the point to begin at, copied
     * @param others limits and the like; {@code MaxEval} is mandatory in Hipparchus
     * @throws IllegalArgumentException if the start has another length than the function's size
     */
    public OptimizationData[] from(double[] start, OptimizationData... others) {
        function.require(start);
        return Given.with(others, objective(), gradient(), GoalType.MINIMIZE, new InitialGuess(start));
    }
}
