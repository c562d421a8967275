package dev.orbit.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.fit.Bounds;
import dev.orbit.runtime.LeastSquares;
import dev.orbit.runtime.Objective;
import dev.orbit.runtime.Residuals;
import dev.orbit.runtime.Unconstrained;
import dev.orbit.runtime.UnconstrainedResiduals;
import dev.orbit.runtime.hipparchus.BoundedProblem;
import dev.orbit.runtime.hipparchus.GradientProblem;
import dev.orbit.runtime.hipparchus.ResidualProblem;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.SimpleVectorValueChecker;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;
import org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.junit.jupiter.api.Test;

/** The optimisers of Hipparchus, on generated classes, reach the optima that {@link LiteratureTest} has. */
class HipparchusTest {
    private static final double[] OIL = {0.83384388766, 446.5754284338};
    private static final double[] SIR = {1.66922622516489308, 0.44345020175463083};
    private static final double[] HOLT_WINTERS = {0.2756034900285385, 0.03267741601986544, 0.8707616204280207};

    /** A line search by values tells a minimum to half of its digits. */
    @Test
    void conjugateGradients() {
        double half = Table.variance(Table.of("Nile.csv").numbers()) / 2;
        close(new double[] {15098.518324, 1469.176360}, byGradient(TrainNile.objective(), half, half), 1e-4);
        close(OIL, byGradient(TrainOil.objective(), 0.5, oilMean()), 1e-5);
        close(SIR, byGradient(TrainSir.objective(), 1, 0.5), 1e-5);
        close(HOLT_WINTERS, byGradient(TrainHoltWinters.objective(), 0.3, 0.1, 0.1), 1e-4);
    }

    @Test
    void sequentialQuadraticProgramming() {
        Objective objective = TrainOil.objective().mean();
        Bounds bounds = Bounds.inside(objective.model().parameters());
        double[] found = bounds.nearest(new SQPOptimizerS()
                .optimize(BoundedProblem.of(objective, bounds).from(new double[] {0.5, oilMean()}, new MaxIter(100)))
                .getX()
                .toArray());
        close(OIL, found, 1e-8);
    }

    @Test
    void levenbergMarquardt() {
        LeastSquaresOptimizer optimiser = new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(1e-15)
                .withParameterRelativeTolerance(1e-15);
        close(OIL, bySquares(optimiser, oil(), 0.5, oilMean()), 1e-7);
        close(SIR, bySquares(optimiser, residuals(TrainSir.objective()), 1, 0.5), 1e-8);
        close(HOLT_WINTERS, bySquares(optimiser, residuals(TrainHoltWinters.objective()), 0.5, 0.5, 0.5), 1e-7);
    }

    /** Full steps need a start that is near: Hipparchus' Gauss-Newton has no line search. */
    @Test
    void gaussNewton() {
        LeastSquaresOptimizer optimiser = new GaussNewtonOptimizer();
        close(OIL, bySquares(optimiser, oil(), 0.5, oilMean()), 1e-8);
        close(SIR, bySquares(optimiser, residuals(TrainSir.objective()), 1.7, 0.45), 1e-8);
    }

    /** Trained on top of an existing model. The least lies at infinity, hence a tolerance that ends the way there. */
    @Test
    void theCorrectionByLeastSquares() {
        double[] times = new double[41];
        double[] speeds = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i / 20.0;
            speeds[i] = StrictMath.tanh(times[i]);
        }
        Residuals residuals = new CorrectionBySquares(new FreeFall())
                .residuals(CorrectionBySquares.examples(times, new double[times.length], speeds));
        double[] gentle = Correction.init("gentle");
        double[] theta =
                bySquares(new LevenbergMarquardtOptimizer().withCostRelativeTolerance(1e-4), residuals, gentle);
        Objective objective = TrainCorrection.objective();
        double before = objective.value(gentle);
        double after = objective.value(theta);
        assertTrue(after < before / 10, before + " to " + after);
    }

    private static Residuals oil() {
        return new OilBySquares()
                .residuals(OilBySquares.examples(Table.of("oil.csv").numbers()));
    }

    private static double oilMean() {
        return Table.mean(Table.of("oil.csv").numbers());
    }

    private static Residuals residuals(Objective objective) {
        return ((LeastSquares) objective.model()).residuals(objective.examples());
    }

    private static double[] byGradient(Objective objective, double... start) {
        Unconstrained function = Unconstrained.of(objective);
        return function.parameters(new NonLinearConjugateGradientOptimizer(
                        NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, new SimpleValueChecker(1e-15, -1))
                .optimize(GradientProblem.of(function).from(function.free(start), new MaxEval(10_000)))
                .getPoint());
    }

    private static double[] bySquares(LeastSquaresOptimizer optimiser, Residuals residuals, double... start) {
        UnconstrainedResiduals free = UnconstrainedResiduals.of(residuals);
        LeastSquaresBuilder problem = ResidualProblem.of(free)
                .from(free.free(start))
                .maxEvaluations(1000)
                .maxIterations(1000);
        if (optimiser instanceof GaussNewtonOptimizer) {
            problem.checkerPair(new SimpleVectorValueChecker(1e-12, 1e-12));
        }
        return free.parameters(optimiser.optimize(problem.build()).getPoint().toArray());
    }

    private static void close(double[] expected, double[] found, double relative) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], relative * Math.abs(expected[i]));
        }
    }
}
