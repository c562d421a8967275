package dev.orbit.runtime.hipparchus;

import dev.orbit.runtime.ResidualFunction;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.ValueAndJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * Residuals and their exact Jacobian for {@code LevenbergMarquardtOptimizer}, {@code GaussNewtonOptimizer} and
 * {@code SequentialGaussNewtonOptimizer}: the sum of the squares is to be least.
 *
 * <pre>{@code
 * UnconstrainedResiduals residuals = UnconstrainedResiduals.of(model.residuals(examples));
 * var found = new LevenbergMarquardtOptimizer().optimize(
 *         ResidualProblem.of(residuals).from(residuals.free(start)).maxEvaluations(100).maxIterations(100).build());
 * double[] theta = residuals.parameters(found.getPoint().toArray());
 * }</pre>
 *
 * <p>Hand over {@link dev.orbit.runtime.UnconstrainedResiduals} where parameters have intervals: the residuals themselves throw
 * {@link dev.orbit.runtime.ParameterOutsideInterval} when a step leaves one. For one thread at a time.
 */
public final class ResidualProblem {
    private final ResidualFunction residuals;

    private ResidualProblem(ResidualFunction residuals) {
        this.residuals = residuals;
    }

    /** The problem of making the sum of the squares of residuals least. */
    public static ResidualProblem of(ResidualFunction residuals) {
        return new ResidualProblem(residuals);
    }

    /**
     * The residuals as the function to be observed, one row of the Jacobian for each. What is returned is fresh at each call. It
     * refuses a point whose length is not the number of variables with {@link IllegalArgumentException}.
     */
    public ValueAndJacobianFunction function() {
        return new Rows(residuals);
    }

    /**
     * Function, start, and the target that all residuals be 0; limits and checkers are the caller's. With
     * {@code GaussNewtonOptimizer} there must be a checker.
     *
     * @param start the point to begin at, copied
     * @throws IllegalArgumentException if the start has another length than there are variables
     */
    public LeastSquaresBuilder from(double[] start) {
        Rows.require(residuals, start);
        return new LeastSquaresBuilder()
                .model(function())
                .target(new double[residuals.count()])
                .start(start.clone());
    }

    /** Hipparchus' spelling of a {@link ResidualFunction}. */
    private record Rows(ResidualFunction residuals) implements ValueAndJacobianFunction {
        static void require(ResidualFunction residuals, double[] point) {
            if (point.length != residuals.size()) {
                throw new IllegalArgumentException("the point has " + point.length + " entries, the residuals have "
                        + residuals.size() + " variables");
            }
        }

        @Override
        public Pair<RealVector, RealMatrix> value(RealVector point) {
            return at(point.toArray());
        }

        @Override
        public RealVector computeValue(double[] point) {
            require(residuals, point);
            double[] values = new double[residuals.count()];
            residuals.residuals(point, values);
            return new ArrayRealVector(values, false);
        }

        @Override
        public RealMatrix computeJacobian(double[] point) {
            return at(point).getSecond();
        }

        private Pair<RealVector, RealMatrix> at(double[] point) {
            require(residuals, point);
            int size = residuals.size();
            double[] values = new double[residuals.count()];
            double[] jacobian = new double[Math.multiplyExact(values.length, size)];
            residuals.residualsAndJacobian(point, values, jacobian);
            double[][] rows = new double[values.length][];
            Arrays.setAll(rows, i -> Arrays.copyOfRange(jacobian, i * size, (i + 1) * size));
            return new Pair<>(new ArrayRealVector(values, false), new Array2DRowRealMatrix(rows, false));
        }
    }
}
