package dev.orbit.runtime;

/**
 * An objective over the free vector, for optimisers that know no bounds: every finite vector is mapped smoothly to parameters
 * inside their intervals, and the gradient is taken through the map.
 *
 * <p>Of a model without intervals it is the objective itself.
 */
public final class Unconstrained implements Differentiable {
    private final Objective objective;
    private final double[] parameters;

    private Unconstrained(Objective objective) {
        this.objective = objective;
        this.parameters = new double[objective.size()];
    }

    public static Unconstrained of(Objective objective) {
        return new Unconstrained(objective);
    }

    @Override
    public int size() {
        return objective.size();
    }

    /**
     * The free vector of parameters, a fresh array.
     *
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    public double[] free(double[] theta) {
        objective.model().schema().parameters().check(theta);
        double[] free = theta.clone();
        if (objective.model() instanceof Constrained) {
            ((Constrained) objective.model()).unconstrain(theta, free);
        }
        return free;
    }

    /** The parameters of a free vector, a fresh array. */
    public double[] parameters(double[] free) {
        double[] theta = free.clone();
        constrain(free, theta);
        return theta;
    }

    @Override
    public double value(double[] point) {
        constrain(point, parameters);
        return objective.value(parameters);
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        constrain(point, parameters);
        double value = objective.valueAndGradient(parameters, gradient);
        if (objective.model() instanceof Constrained) {
            ((Constrained) objective.model()).pullBack(point, parameters, gradient);
        }
        return value;
    }

    private void constrain(double[] free, double[] theta) {
        objective.model().schema().parameters().check(free);
        if (objective.model() instanceof Constrained) {
            ((Constrained) objective.model()).constrain(free, theta);
        } else {
            System.arraycopy(free, 0, theta, 0, free.length);
        }
    }
}
