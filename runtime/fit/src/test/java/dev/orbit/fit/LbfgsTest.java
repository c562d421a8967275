package dev.orbit.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.orbit.runtime.Differentiable;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LbfgsTest {
    static Stream<Problem> published() {
        return MoreGarbowHillstrom.all();
    }

    static Stream<HockSchittkowski.Boxed> boxed() {
        return HockSchittkowski.all();
    }

    /** Six figures are printed, some rounded, some cut off. */
    @ParameterizedTest
    @MethodSource("published")
    void findsThePublishedMinimum(Problem problem) {
        Outcome outcome = Lbfgs.of(problem).minimise(problem.start());
        assertTrue(outcome.stop().converged(), outcome.stop()::text);
        figures(problem.minimum(), outcome.value());
        assertTrue(outcome.evaluations() < 200, outcome.evaluations() + " evaluations");
        double[] gradient = new double[problem.size()];
        assertEquals(outcome.value(), problem.valueAndGradient(outcome.point(), gradient));
        assertEquals(outcome.gradientNorm(), Vectors.norm(gradient));
        Outcome polished = Newton.polish(problem, outcome);
        figures(problem.minimum(), polished.value());
        assertTrue(polished.gradientNorm() <= outcome.gradientNorm(), problem.name());
    }

    private static void figures(double published, double found) {
        double unit = published == 0 ? 1e-13 : Math.pow(10, Math.floor(Math.log10(published)) - 5);
        assertTrue(Math.abs(found - published) < unit, found + ", published " + published);
    }

    @ParameterizedTest
    @MethodSource("boxed")
    void findsThePublishedMinimumWithinBounds(HockSchittkowski.Boxed boxed) {
        Problem problem = boxed.problem();
        Bounds bounds = boxed.bounds();
        Differentiable guarded = new Differentiable() {
            @Override
            public int size() {
                return problem.size();
            }

            @Override
            public double value(double[] point) {
                throw new UnsupportedOperationException();
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                for (int i = 0; i < point.length; i++) {
                    assertTrue(point[i] >= bounds.lower(i) && point[i] <= bounds.upper(i), "left the bounds");
                }
                return problem.valueAndGradient(point, gradient);
            }
        };
        Outcome outcome = Lbfgs.of(guarded).within(bounds).minimise(problem.start());
        assertTrue(outcome.stop().converged(), outcome.stop()::text);
        assertEquals(problem.minimum(), outcome.value(), 1e-9 * Math.max(1, Math.abs(problem.minimum())));
        if (boxed.minimiser().length > 0) {
            assertArrayEquals(boxed.minimiser(), outcome.point(), 2e-9);
        }
    }

    /** A strictly convex quadratic in a box: the projected gradient vanishes where, and only where, the minimum is. */
    @Test
    void manyBoundsHoldAtOnce() {
        int size = 200;
        Differentiable quadratic = new Chain(size);
        double[] lower = new double[size];
        double[] upper = new double[size];
        Arrays.setAll(lower, i -> -0.5 - 0.01 * (i % 7));
        Arrays.setAll(upper, i -> 0.02 * (i % 11));
        Outcome outcome = Lbfgs.of(quadratic)
                .within(Bounds.between(lower, upper))
                .with(Lbfgs.Options.standard().withMemory(5))
                .minimise(new double[size]);
        assertEquals(Stop.GRADIENT_SMALL, outcome.stop());
        double[] gradient = new double[size];
        quadratic.valueAndGradient(outcome.point(), gradient);
        double small = 1e-9 * Math.abs(outcome.value());
        int held = 0;
        for (int i = 0; i < size; i++) {
            double x = outcome.point()[i];
            boolean atLower = x == lower[i];
            boolean atUpper = x == upper[i];
            held += atLower || atUpper ? 1 : 0;
            assertTrue(
                    atLower && gradient[i] >= 0 || atUpper && gradient[i] <= 0 || Math.abs(gradient[i]) < small,
                    i + ": " + x + " with slope " + gradient[i]);
        }
        assertTrue(held > 50 && held < 150, held + " bounds hold");
    }

    @Test
    void stepsAllocateNothing() {
        assertAllocatesLittle(false);
        assertAllocatesLittle(true);
    }

    /** What is allocated does not grow with the number of steps. */
    private static void assertAllocatesLittle(boolean withBounds) {
        Differentiable function = new Chain(50);
        double[] upper = new double[50];
        Arrays.setAll(upper, i -> i % 3 == 0 ? 0.1 : Double.POSITIVE_INFINITY);
        double[] lower = new double[50];
        Arrays.fill(lower, -1e3);
        Bounds bounds = withBounds ? Bounds.between(lower, upper) : Bounds.none(50);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] seen = new long[100];
        Lbfgs lbfgs = Lbfgs.of(function)
                .within(bounds)
                .with(Lbfgs.Options.standard().withGradientTolerance(0).withIterations(60))
                .observedBy((iteration, point, value, norm) -> {
                    seen[iteration] = threads.getCurrentThreadAllocatedBytes();
                    return true;
                });
        long least = Long.MAX_VALUE;
        int steps = 0;
        for (int round = 0; round < 10; round++) {
            steps = lbfgs.minimise(new double[50]).iterations();
            least = Math.min(least, seen[Math.min(steps, 40)] - seen[0]);
        }
        assertTrue(steps > 15, steps + " steps");
        assertEquals(0, least, "bytes allocated by " + steps + " steps");
    }

    @Test
    void saysWhyItStopped() {
        Problem rosenbrock = MoreGarbowHillstrom.all().findFirst().orElseThrow();
        Lbfgs lbfgs = Lbfgs.of(rosenbrock);
        assertEquals(Stop.GRADIENT_SMALL, lbfgs.minimise(rosenbrock.start()).stop());
        Outcome early = lbfgs.with(Lbfgs.Options.standard().withIterations(5)).minimise(rosenbrock.start());
        assertEquals(Stop.ITERATION_LIMIT, early.stop());
        assertEquals(5, early.iterations());
        Outcome asked = lbfgs.observedBy((i, x, value, norm) -> i < 3).minimise(rosenbrock.start());
        assertEquals(Stop.ASKED, asked.stop());
        assertEquals(3, asked.iterations());
        Problem root = Problem.of("root", 0, x -> x[0].sqrt(), -1);
        assertEquals(Stop.NOT_FINITE, Lbfgs.of(root).minimise(root.start()).stop());
        Problem kink = Problem.of("absolute", 0, x -> x[0].squared().sqrt(), 0.3);
        Outcome atKink = Lbfgs.of(kink).minimise(kink.start());
        assertTrue(atKink.stop() == Stop.NO_FURTHER_PROGRESS || atKink.value() == 0, atKink.stop()::text);
        Problem offset = Problem.of("offset", 1, x -> x[0].minus(1).squared().plus(x[0].exp()), 5);
        Outcome rounding = Lbfgs.of(offset)
                .with(Lbfgs.Options.standard().withGradientTolerance(0))
                .minimise(offset.start());
        assertTrue(rounding.stop().converged() && rounding.gradientNorm() < 1e-14, rounding.stop()::text);
        assertEquals(Stop.GRADIENT_SMALL, lbfgs.minimise(new double[] {1, 1}).stop());
        assertEquals(0, lbfgs.minimise(new double[] {1, 1}).iterations());
    }

    /** A step that goes where the function is not defined is shortened. */
    @Test
    void avoidsWhatIsNotFinite() {
        Problem barrier = Problem.of("barrier", 0, x -> x[0].minus(x[0].log()), 1e-3);
        Outcome outcome = Lbfgs.of(barrier).minimise(barrier.start());
        assertEquals(1, outcome.point()[0], 1e-9);
        Problem wall =
                Problem.of("wall", 0, x -> x[0].minus(x[0].times(-1).plus(2).log()), 1.999);
        assertTrue(Lbfgs.of(wall)
                        .with(Lbfgs.Options.standard().withIterations(50))
                        .minimise(wall.start())
                        .value()
                < -40);
    }

    @Test
    void theObserverSeesValuesFall() {
        Problem wood = MoreGarbowHillstrom.all()
                .filter(p -> p.name().equals("Wood"))
                .findFirst()
                .orElseThrow();
        double[] last = {Double.POSITIVE_INFINITY, -1};
        Lbfgs.of(wood)
                .observedBy((iteration, point, value, norm) -> {
                    assertTrue(value <= last[0] && iteration == last[1] + 1);
                    last[0] = value;
                    last[1] = iteration;
                    return true;
                })
                .minimise(wood.start());
        assertTrue(last[1] > 10);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Problem rosenbrock = MoreGarbowHillstrom.all().findFirst().orElseThrow();
        refused(
                "the function has 2 variables, and the start has 3",
                () -> Lbfgs.of(rosenbrock).minimise(new double[3]));
        refused(
                "the function has 2 variables, and there are bounds for 1",
                () -> Lbfgs.of(rosenbrock).within(Bounds.none(1)));
        refused("there are 1 lower bounds and 2 upper bounds", () -> Bounds.between(new double[1], new double[2]));
        refused(
                "variable 1 has bounds 2.0 and 1.0, with nothing between them",
                () -> Bounds.between(new double[] {0, 2}, new double[] {1, 1}));
        refused(
                "variable 0 has bounds NaN and 1.0, with nothing between them",
                () -> Bounds.between(new double[] {Double.NaN}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new Lbfgs.Options(0, 1e-9, 10));
        assertThrows(IllegalArgumentException.class, () -> new Lbfgs.Options(5, Double.NaN, 10));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }

    /** A chain of springs that is pulled: a tridiagonal quadratic, without allocation. */
    private record Chain(int size) implements Differentiable {
        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[size]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double value = 0;
            Arrays.fill(gradient, 0);
            for (int i = 0; i < size; i++) {
                double pull = 0.3 * ((i * 7) % 13 - 6);
                value += 0.05 * x[i] * x[i] - pull * x[i];
                gradient[i] += 0.1 * x[i] - pull;
                double stretch = x[i] - (i == 0 ? 0 : x[i - 1]);
                value += 2 * stretch * stretch;
                gradient[i] += 4 * stretch;
                if (i > 0) {
                    gradient[i - 1] -= 4 * stretch;
                }
            }
            return value;
        }
    }
}
