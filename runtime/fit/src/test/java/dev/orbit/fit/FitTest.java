package dev.orbit.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.runtime.Objective;
import dev.orbit.runtime.ParameterOutsideInterval;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final double[] Y = {1.5, 2.25, -0.5, 3, 0.75, 1, 2, 4.5};

    private static Objective objective(double... y) {
        return Objective.of(new Gaussian(), Gaussian.examples(y));
    }

    private static double mean() {
        return Arrays.stream(Y).average().orElseThrow();
    }

    private static double variance() {
        double mean = mean();
        return Arrays.stream(Y).map(d -> (d - mean) * (d - mean)).average().orElseThrow();
    }

    @Test
    void reachesTheMaximumOfALikelihoodToTheLastDigits() {
        double[] start = {0, 1};
        Fitted fitted = Fit.of(objective(Y)).from(start);
        assertArrayEquals(new double[] {mean(), variance()}, fitted.parameters(), 4e-15);
        assertArrayEquals(new double[] {0, 1}, start);
        assertEquals(Stop.GRADIENT_SMALL, fitted.stop());
        assertTrue(fitted.gradientNorm() < 1e-13, fitted.gradientNorm() + "");
        assertEquals(objective(Y).value(fitted.parameters()), fitted.loss());
    }

    /** mu has variance v / n, and v has variance 2 v^2 / n. */
    @Test
    void standardErrorsAreThoseOfTheTextbook() {
        double[] errors = Fit.of(objective(Y))
                .standardErrors(new double[] {mean(), variance()})
                .orElseThrow();
        assertEquals(Math.sqrt(variance() / Y.length), errors[0], 1e-9);
        assertEquals(variance() * Math.sqrt(2.0 / Y.length), errors[1], 1e-8);
    }

    /** Of one observation the variance goes to 0 and the likelihood to infinity. */
    @Test
    void aFitWithoutAMinimumEndsAndHasNoStandardErrors() {
        Fit fit = Fit.of(objective(2)).with(Lbfgs.Options.standard().withIterations(200));
        Fitted fitted = fit.from(new double[] {0, 1});
        assertTrue(fitted.parameters()[1] < 1e-17 && fitted.loss() < -20, Arrays.toString(fitted.parameters()));
        assertEquals(Optional.empty(), Fit.of(objective()).standardErrors(new double[] {0, 1}));
    }

    @Test
    void anObserverSeesAndEndsIt() {
        int[] seen = {0};
        Fitted fitted = Fit.of(objective(Y))
                .observedBy((i, free, value, norm) -> seen[0]++ < 2)
                .from(new double[] {0, 1});
        assertEquals(Stop.ASKED, fitted.stop());
        assertEquals(2, fitted.iterations());
        assertEquals(3, seen[0]);
    }

    @Test
    void emptyDataAndBadStartsAndNaN() {
        Fitted empty = Fit.of(objective()).from(new double[] {5, 3});
        assertEquals(0, empty.loss());
        assertArrayEquals(new double[] {5, 3}, empty.parameters(), 1e-15);
        assertEquals(Stop.GRADIENT_SMALL, empty.stop());
        assertThrows(ParameterOutsideInterval.class, () -> Fit.of(objective(Y)).from(new double[] {0, -1}));
        assertThrows(IllegalArgumentException.class, () -> Fit.of(objective(Y)).from(new double[3]));
        assertEquals(
                Stop.NOT_FINITE,
                Fit.of(objective(1, Double.NaN)).from(new double[] {0, 1}).stop());
    }

    @Test
    void secondDerivativesAreThoseOfTheFunction() {
        Problem rosenbrock = MoreGarbowHillstrom.all()
                .filter(p -> p.name().equals("Rosenbrock"))
                .findFirst()
                .orElseThrow();
        Curvature curvature = Curvature.at(rosenbrock, new double[] {1, 1});
        assertArrayEquals(new double[] {802, -400}, curvature.hessian()[0], 1e-6);
        assertArrayEquals(new double[] {-400, 200}, curvature.hessian()[1], 1e-6);
        double[] side = {2, 1};
        curvature.solve(side);
        assertArrayEquals(new double[] {2, 4.005}, side, 1e-5);
        Problem saddle = Problem.of("saddle", 0, x -> x[0].squared().minus(x[1].squared()), 0, 0);
        assertFalse(Curvature.at(saddle, saddle.start()).positive());
        assertThrows(
                IllegalStateException.class,
                () -> Curvature.at(saddle, saddle.start()).solve(new double[2]));
        Outcome found = new Outcome(new double[] {0.1, 0}, 0, 0, 1, 1, Stop.NO_FURTHER_PROGRESS);
        assertArrayEquals(found.point(), Newton.polish(saddle, found).point());
        Problem root = Problem.of("root", 0, x -> x[0].sqrt(), -1);
        Outcome nowhere = new Outcome(new double[] {-1}, 0, 0, 1, 1, Stop.NOT_FINITE);
        assertSame(nowhere, Newton.polish(root, nowhere));
    }
}
