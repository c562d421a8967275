package dev.orbit.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The problems of Hock and Schittkowski, Test Examples for Nonlinear Programming Codes (1981), whose only constraints are bounds,
 * with the starts and minima printed there; and the sample problem of Zhu, Byrd, Lu and Nocedal, "Algorithm 778" (1997).
 */
final class HockSchittkowski {
    /** A problem in a box; {@code minimiser} is empty where values near the least one say little about the place. */
    record Boxed(Problem problem, Bounds bounds, double[] minimiser) {
        @Override
        public String toString() {
            return problem.name();
        }
    }

    private static final double INF = Double.POSITIVE_INFINITY;

    private HockSchittkowski() {}

    private static Boxed boxed(Problem problem, double[] lower, double[] upper, double... minimiser) {
        return new Boxed(problem, Bounds.between(lower, upper), minimiser);
    }

    private static double[] all(int size, double value) {
        double[] all = new double[size];
        Arrays.fill(all, value);
        return all;
    }

    static Stream<Boxed> all() {
        return Stream.of(rosenbrocks(), polynomials(), larger()).flatMap(s -> s);
    }

    private static Stream<Boxed> rosenbrocks() {
        double a = Math.sqrt(598.0 / 1200);
        double b = 400 * a * a * a;
        double x = 2 * a * Math.cos(Math.acos(1 / b) / 3);
        return Stream.of(
                boxed(
                        Problem.squares("HS1", 0, MoreGarbowHillstrom::rosenbrock, -2, 1),
                        new double[] {-INF, -1.5},
                        all(2, INF),
                        1,
                        1),
                boxed(
                        // From the book's start (-2, 1) one comes to another minimum, 4.9412293.
                        Problem.squares("HS2", 0.0504261879, MoreGarbowHillstrom::rosenbrock, 2, 1),
                        new double[] {-INF, 1.5},
                        all(2, INF),
                        x,
                        1.5),
                boxed(
                        Problem.squares("HS38", 0, MoreGarbowHillstrom::wood, -3, -1, -3, -1),
                        all(4, -10),
                        all(4, 10),
                        1,
                        1,
                        1,
                        1));
    }

    private static Stream<Boxed> polynomials() {
        return Stream.of(
                boxed(
                        Problem.of(
                                "HS3",
                                0,
                                x -> x[1].plus(x[1].minus(x[0]).squared().times(1e-5)),
                                10,
                                1),
                        new double[] {-INF, 0},
                        all(2, INF),
                        0,
                        0),
                boxed(
                        Problem.of(
                                "HS4",
                                8 / 3.0,
                                x -> x[0].plus(1)
                                        .squared()
                                        .times(x[0].plus(1))
                                        .times(1 / 3.0)
                                        .plus(x[1]),
                                1.125,
                                0.125),
                        new double[] {1, 0},
                        all(2, INF),
                        1,
                        0),
                boxed(
                        Problem.of(
                                "HS5",
                                -0.5 * Math.sqrt(3) - Math.PI / 3,
                                x -> x[0].plus(x[1])
                                        .sin()
                                        .plus(x[0].minus(x[1]).squared())
                                        .minus(x[0].times(1.5))
                                        .plus(x[1].times(2.5))
                                        .plus(1),
                                0,
                                0),
                        new double[] {-1.5, -3},
                        new double[] {4, 3},
                        -Math.PI / 3 + 0.5,
                        -Math.PI / 3 - 0.5),
                boxed(
                        Problem.of(
                                "HS45",
                                1,
                                x -> Stream.of(x)
                                        .reduce(Jet::times)
                                        .orElseThrow()
                                        .times(-1 / 120.0)
                                        .plus(2),
                                // The book starts at 2, which is outside for the first variable.
                                2,
                                2,
                                2,
                                2,
                                2),
                        all(5, 0),
                        new double[] {1, 2, 3, 4, 5},
                        1,
                        2,
                        3,
                        4,
                        5));
    }

    private static Stream<Boxed> larger() {
        double[] lower =
                IntStream.range(0, 25).mapToDouble(i -> i % 2 == 0 ? 1 : -100).toArray();
        return Stream.of(
                boxed(
                        Problem.of("HS110", -45.77846971, HockSchittkowski::logarithms, all(10, 9)),
                        all(10, 2.001),
                        all(10, 9.999),
                        all(10, 9.350265833)),
                boxed(Problem.squares("Algorithm 778", 0, HockSchittkowski::chain, all(25, 3)), lower, all(25, 100)));
    }

    private static Jet logarithms(Jet[] x) {
        Jet sum = Jet.constant(0, x.length);
        for (Jet entry : x) {
            sum = sum.plus(entry.minus(2).log().squared());
            sum = sum.plus(entry.times(-1).plus(10).log().squared());
        }
        return sum.minus(Stream.of(x).reduce(Jet::times).orElseThrow().power(0.2));
    }

    private static List<Jet> chain(Jet[] x) {
        return IntStream.range(0, x.length)
                .mapToObj(i ->
                        i == 0 ? x[0].minus(1) : x[i].minus(x[i - 1].squared()).times(2))
                .toList();
    }
}
