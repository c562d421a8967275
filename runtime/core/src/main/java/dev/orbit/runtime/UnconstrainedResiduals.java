package dev.orbit.runtime;

/**
 * The residuals over the free vector: what {@link Unconstrained} is for an {@link Objective}. The Jacobian is taken through the
 * smooth map.
 *
 * <p>Of a model without intervals they are the residuals themselves.
 */
public final class UnconstrainedResiduals implements ResidualFunction {
    private final Residuals residuals;
    private final double[] parameters;
    private final double[] row;

    private UnconstrainedResiduals(Residuals residuals) {
        this.residuals = residuals;
        this.parameters = new double[residuals.size()];
        this.row = new double[residuals.size()];
    }

    public static UnconstrainedResiduals of(Residuals residuals) {
        return new UnconstrainedResiduals(residuals);
    }

    @Override
    public int size() {
        return residuals.size();
    }

    @Override
    public int count() {
        return residuals.count();
    }

    /**
     * The free vector of parameters, a fresh array.
     *
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    public double[] free(double[] theta) {
        residuals.model().schema().parameters().check(theta);
        double[] free = theta.clone();
        if (residuals.model() instanceof Constrained constrained) {
            constrained.unconstrain(theta, free);
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
    public void residuals(double[] point, double[] values) {
        constrain(point, parameters);
        residuals.residuals(parameters, values);
    }

    @Override
    public void residualsAndJacobian(double[] point, double[] values, double[] jacobian) {
        constrain(point, parameters);
        residuals.residualsAndJacobian(parameters, values, jacobian);
        if (residuals.model() instanceof Constrained constrained) {
            int size = size();
            for (int i = 0; i < count(); i++) {
                System.arraycopy(jacobian, i * size, row, 0, size);
                constrained.pullBack(point, parameters, row);
                System.arraycopy(row, 0, jacobian, i * size, size);
            }
        }
    }

    private void constrain(double[] free, double[] theta) {
        residuals.model().schema().parameters().check(free);
        if (residuals.model() instanceof Constrained constrained) {
            constrained.constrain(free, theta);
        } else {
            System.arraycopy(free, 0, theta, 0, free.length);
        }
    }
}
