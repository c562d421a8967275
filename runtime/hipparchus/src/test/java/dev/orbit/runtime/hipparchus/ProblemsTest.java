package dev.orbit.runtime.hipparchus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.fit.Bounds;
import dev.orbit.runtime.Differentiable;
import dev.orbit.runtime.ResidualFunction;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.SimpleVectorValueChecker;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.vector.constrained.InequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;
import org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** Rosenbrock's valley, as a function and as two residuals; its minimum is 0 at (1, 1). */
    private static final class Valley implements Differentiable, ResidualFunction {
        private int values;
        private int gradients;
        private double least = INF;

        @Override
        public int size() {
            return 2;
        }

        @Override
        public int count() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            values++;
            least = Math.min(least, x[0]);
            return 100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            gradients++;
            double value = value(x);
            values--;
            gradient[0] = -400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]);
            gradient[1] = 200 * (x[1] - x[0] * x[0]);
            if (x[0] == 7) {
                throw new IllegalStateException("seven");
            }
            return value;
        }

        @Override
        public void residuals(double[] x, double[] residuals) {
            residuals[0] = 10 * (x[1] - x[0] * x[0]);
            residuals[1] = 1 - x[0];
        }

        @Override
        public void residualsAndJacobian(double[] x, double[] residuals, double[] jacobian) {
            residuals(x, residuals);
            jacobian[0] = -20 * x[0];
            jacobian[1] = 10;
            jacobian[2] = -1;
            jacobian[3] = 0;
        }
    }

    @Test
    void conjugateGradientsFindTheMinimum() {
        double[] start = {-1.2, 1};
        double[] found = new NonLinearConjugateGradientOptimizer(
                        NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, new SimpleValueChecker(1e-14, 1e-20))
                .optimize(GradientProblem.of(new Valley()).from(start, new MaxEval(100_000)))
                .getPoint();
        assertArrayEquals(new double[] {1, 1}, found, 1e-5);
        assertArrayEquals(new double[] {-1.2, 1}, start);
    }

    @Test
    void leastSquaresFindTheMinimum() {
        ResidualProblem problem = ResidualProblem.of(new Valley());
        double[] start = {-1.2, 1};
        var marquardt = new LevenbergMarquardtOptimizer()
                .optimize(problem.from(start)
                        .maxEvaluations(200)
                        .maxIterations(200)
                        .build());
        var newton = new GaussNewtonOptimizer()
                .optimize(problem.from(start)
                        .checkerPair(new SimpleVectorValueChecker(1e-14, 1e-14))
                        .maxEvaluations(200)
                        .maxIterations(200)
                        .build());
        assertArrayEquals(new double[] {1, 1}, marquardt.getPoint().toArray(), 1e-12);
        assertArrayEquals(new double[] {1, 1}, newton.getPoint().toArray(), 1e-12);
        assertArrayEquals(new double[] {-1.2, 1}, start);
        assertArrayEquals(
                new double[] {20, 10},
                problem.function().computeJacobian(new double[] {-1, 5}).getRow(0));
        assertArrayEquals(
                new double[] {-1, 0},
                problem.function().computeJacobian(new double[] {-1, 5}).getRow(1));
        assertArrayEquals(
                new double[] {40, 2},
                problem.function().computeValue(new double[] {-1, 5}).toArray());
    }

    /** With x at least 1.5 the minimum is at (1.5, 2.25), on the bound (Hock and Schittkowski, problem 2, has another one). */
    @Test
    void sequentialQuadraticProgrammingKeepsBounds() {
        Valley valley = new Valley();
        Bounds bounds = Bounds.between(new double[] {1.5, -INF}, new double[] {INF, 10});
        double[] found = bounds.nearest(new SQPOptimizerS()
                .optimize(BoundedProblem.of(valley, bounds).from(new double[] {2, 5}, new MaxIter(200)))
                .getX()
                .toArray());
        assertArrayEquals(new double[] {1.5, 2.25}, found, 1e-5);
        assertTrue(valley.least >= 1.5, valley.least + "");
    }

    @Test
    void boundsAreRowsLowerOnesFirst() {
        Bounds bounds = Bounds.between(new double[] {-1, -INF}, new double[] {4, 2});
        InequalityConstraint box =
                BoundedProblem.of(new Valley(), bounds).constraint().orElseThrow();
        assertArrayEquals(new double[] {-1, -4, -2}, box.getLowerBound().toArray());
        assertArrayEquals(new double[] {3, -3, -5}, box.value(new double[] {3, 5}));
        assertFalse(BoundedProblem.of(new Valley(), Bounds.none(2)).constraint().isPresent());
    }

    @Test
    void outsideTheBoxTheNearestPointCounts() {
        Bounds bounds = Bounds.between(new double[] {1, -INF}, new double[] {INF, INF});
        Valley valley = new Valley();
        var function = BoundedProblem.of(valley, bounds).objective();
        assertEquals(400, function.value(new double[] {-3, 3}));
        assertArrayEquals(
                new double[] {-800, 400},
                function.gradient(new double[] {-3, 3}).toArray());
        // At the bound the difference is one-sided: right to half the digits only.
        double[][] hessian = function.hessian(new double[] {-3, 3}).getData();
        assertArrayEquals(new double[] {2, -400}, hessian[0], 2e-2);
        assertArrayEquals(new double[] {-400, 200}, hessian[1], 2e-2);
        assertEquals(1, valley.least);
    }

    @Test
    void aValueAfterItsGradientCostsNothing() {
        Valley valley = new Valley();
        LastPoint last = new LastPoint(valley);
        double[] x = {3, 2};
        double[] gradient = last.gradient(x);
        assertEquals(valley.value(x), last.value(x));
        assertArrayEquals(gradient, last.gradient(x));
        assertEquals(1, valley.gradients);
        assertEquals(1, valley.values);
        gradient[0] = 0; // the caller's
        assertEquals(-400 * 3 * (2 - 9) + 4, last.gradient(x)[0]);
        x[0] = 1;
        assertEquals(100, last.value(x));
        x[0] = 7;
        assertThrows(IllegalStateException.class, () -> last.gradient(x));
        x[0] = 3;
        assertEquals(4904, last.value(x));
        assertEquals(3, valley.values);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Valley valley = new Valley();
        refused(
                "the point has 3 entries, the function 2 variables",
                () -> GradientProblem.of(valley).from(new double[3]));
        refused(
                "the point has 1 entries, the function 2 variables",
                () -> BoundedProblem.of(valley, Bounds.none(2)).from(new double[1]));
        refused("there are bounds of 3 variables, the function has 2", () -> BoundedProblem.of(valley, Bounds.none(3)));
        refused(
                "the point has 1 entries, the residuals have 2 variables",
                () -> ResidualProblem.of(valley).from(new double[1]));
        refused(
                "the point has 1 entries, the residuals have 2 variables",
                () -> ResidualProblem.of(valley).function().value(new ArrayRealVector(1)));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
