package dev.orbit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From Moré, Garbow and Hillstrom, "Testing unconstrained optimization software", ACM Transactions on Mathematical Software 7
 * (1981), with the standard starts and the minima printed there. The numbers in comments are those of the paper.
 */
final class MoreGarbowHillstrom {
    private MoreGarbowHillstrom() {}

    static Stream<Problem> all() {
        return Stream.concat(small(), Stream.concat(data(), variable()));
    }

    private static List<Jet> residuals(int count, IntFunction<Jet> residual) {
        return IntStream.rangeClosed(1, count).mapToObj(residual).toList();
    }

    private static Stream<Problem> small() {
        return Stream.of(
                // 1
                Problem.squares(
                        "Rosenbrock", 0, x -> List.of(x[1].minus(x[0].squared()).times(10), one(x[0])), -1.2, 1),
                // 2; this minimum is local, the other is 0
                Problem.squares(
                        "Freudenstein and Roth",
                        48.9842,
                        x -> List.of(
                                x[0].minus(13)
                                        .plus(x[1].times(-1)
                                                .plus(5)
                                                .times(x[1])
                                                .minus(2)
                                                .times(x[1])),
                                x[0].minus(29)
                                        .plus(x[1].plus(1).times(x[1]).minus(14).times(x[1]))),
                        0.5,
                        -2),
                // 4
                Problem.squares(
                        "Brown badly scaled",
                        0,
                        x -> List.of(
                                x[0].minus(1e6),
                                x[1].minus(2e-6),
                                x[0].times(x[1]).minus(2)),
                        1,
                        1),
                // 5
                Problem.squares(
                        "Beale",
                        0,
                        x -> Stream.of(1, 2, 3)
                                .map(i -> x[0].times(one(x[1].power(i)))
                                        .times(-1)
                                        .plus(new double[] {1.5, 2.25, 2.625}[i - 1]))
                                .toList(),
                        1,
                        1),
                // 6
                Problem.squares(
                        "Jennrich and Sampson",
                        124.362,
                        x -> residuals(
                                10,
                                i -> x[0].times(i)
                                        .exp()
                                        .plus(x[1].times(i).exp())
                                        .times(-1)
                                        .plus(2 + 2 * i)),
                        0.3,
                        0.4),
                // 7
                Problem.squares(
                        "Helical valley",
                        0,
                        x -> List.of(
                                x[2].minus(Jet.turn(x[0], x[1]).times(10)).times(10),
                                x[0].squared()
                                        .plus(x[1].squared())
                                        .sqrt()
                                        .minus(1)
                                        .times(10),
                                x[2]),
                        -1,
                        0,
                        0),
                // 13
                Problem.squares(
                        "Powell singular",
                        0,
                        x -> List.of(
                                x[0].plus(x[1].times(10)),
                                x[2].minus(x[3]).times(Math.sqrt(5)),
                                x[1].minus(x[2].times(2)).squared(),
                                x[0].minus(x[3]).squared().times(Math.sqrt(10))),
                        3,
                        -1,
                        0,
                        1),
                // 14
                Problem.squares("Wood", 0, MoreGarbowHillstrom::wood, -3, -1, -3, -1));
    }

    static List<Jet> wood(Jet[] x) {
        return List.of(
                x[1].minus(x[0].squared()).times(10),
                one(x[0]),
                x[3].minus(x[2].squared()).times(Math.sqrt(90)),
                one(x[2]),
                x[1].plus(x[3]).minus(2).times(Math.sqrt(10)),
                x[1].minus(x[3]).times(1 / Math.sqrt(10)));
    }

    private static Jet one(Jet x) {
        return x.times(-1).plus(1);
    }

    private static Stream<Problem> data() {
        double[] bard = {0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39};
        double[] gauss = {
            0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175,
            0.0044, 0.0009
        };
        double[] y = {0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246};
        double[] u = {4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625};
        return Stream.of(
                // 8
                Problem.squares(
                        "Bard",
                        8.21487e-3,
                        x -> residuals(
                                15,
                                i -> Jet.constant(i, 3)
                                        .over(x[1].times(16 - i).plus(x[2].times(Math.min(i, 16 - i))))
                                        .plus(x[0])
                                        .minus(bard[i - 1])),
                        1,
                        1,
                        1),
                // 9
                Problem.squares(
                        "Gaussian",
                        1.12793e-8,
                        x -> residuals(
                                15,
                                i -> x[2].minus((8 - i) / 2.0)
                                        .squared()
                                        .times(x[1])
                                        .times(-0.5)
                                        .exp()
                                        .times(x[0])
                                        .minus(gauss[i - 1])),
                        0.4,
                        1,
                        0),
                // 15
                Problem.squares(
                        "Kowalik and Osborne",
                        3.07505e-4,
                        x -> residuals(
                                11,
                                i -> x[1].plus(u[i - 1])
                                        .times(u[i - 1])
                                        .times(x[0])
                                        .over(x[2].plus(u[i - 1])
                                                .times(u[i - 1])
                                                .plus(x[3]))
                                        .minus(y[i - 1])),
                        0.25,
                        0.39,
                        0.415,
                        0.39),
                // 16
                Problem.squares(
                        "Brown and Dennis",
                        85822.2,
                        x -> residuals(
                                20,
                                i -> x[0].plus(x[1].times(i / 5.0))
                                        .minus(Math.exp(i / 5.0))
                                        .squared()
                                        .plus(x[2].plus(x[3].times(Math.sin(i / 5.0)))
                                                .minus(Math.cos(i / 5.0))
                                                .squared())),
                        25,
                        5,
                        -5,
                        -1),
                // 12; its minimum is reached at (1, 10, 1), and others
                Problem.squares(
                        "Box three-dimensional",
                        0,
                        x -> residuals(
                                10,
                                i -> x[0].times(-0.1 * i)
                                        .exp()
                                        .minus(x[1].times(-0.1 * i).exp())
                                        .minus(x[2].times(Math.exp(-0.1 * i) - Math.exp(-i)))),
                        0,
                        10,
                        20));
    }

    private static Stream<Problem> variable() {
        double[] start = new double[10];
        Arrays.fill(start, 0.1);
        double[] rosenbrock = new double[50];
        Arrays.setAll(rosenbrock, i -> i % 2 == 0 ? -1.2 : 1);
        double[] broyden = new double[20];
        Arrays.fill(broyden, -1);
        double[] variably =
                IntStream.rangeClosed(1, 10).mapToDouble(i -> 1 - i / 10.0).toArray();
        double[] penalty = {1, 2, 3, 4};
        return Stream.of(
                // 20 with 6 variables
                Problem.squares("Watson", 2.28767e-3, MoreGarbowHillstrom::watson, 0, 0, 0, 0, 0, 0),
                // 21
                Problem.squares("Extended Rosenbrock", 0, MoreGarbowHillstrom::rosenbrock, rosenbrock),
                // 23 with 4 variables
                Problem.squares("Penalty I", 2.24997e-5, MoreGarbowHillstrom::penalty, penalty),
                // 25
                Problem.squares("Variably dimensioned", 0, MoreGarbowHillstrom::variablyDimensioned, variably),
                // 26; besides 0 there is a local minimum of 2.79506e-5, which the standard start leads to
                Problem.squares("Trigonometric", 2.79506e-5, MoreGarbowHillstrom::trigonometric, start),
                // 30
                Problem.squares("Broyden tridiagonal", 0, MoreGarbowHillstrom::broyden, broyden));
    }

    private static List<Jet> watson(Jet[] x) {
        List<Jet> all = new ArrayList<>(residuals(29, i -> {
            Jet slope = Jet.constant(0, x.length);
            Jet sum = Jet.constant(0, x.length);
            for (int j = 0; j < x.length; j++) {
                slope = j == 0 ? slope : slope.plus(x[j].times(j * Math.pow(i / 29.0, j - 1)));
                sum = sum.plus(x[j].times(Math.pow(i / 29.0, j)));
            }
            return slope.minus(sum.squared()).minus(1);
        }));
        all.add(x[0]);
        all.add(x[1].minus(x[0].squared()).minus(1));
        return all;
    }

    static List<Jet> rosenbrock(Jet[] x) {
        List<Jet> all = new ArrayList<>();
        for (int i = 0; i < x.length; i += 2) {
            all.add(x[i + 1].minus(x[i].squared()).times(10));
            all.add(one(x[i]));
        }
        return all;
    }

    private static List<Jet> penalty(Jet[] x) {
        List<Jet> all = new ArrayList<>();
        Jet sum = Jet.constant(-0.25, x.length);
        for (Jet entry : x) {
            all.add(entry.minus(1).times(Math.sqrt(1e-5)));
            sum = sum.plus(entry.squared());
        }
        all.add(sum);
        return all;
    }

    private static List<Jet> variablyDimensioned(Jet[] x) {
        List<Jet> all = new ArrayList<>();
        Jet sum = Jet.constant(0, x.length);
        for (int i = 0; i < x.length; i++) {
            all.add(x[i].minus(1));
            sum = sum.plus(x[i].minus(1).times(i + 1));
        }
        all.add(sum);
        all.add(sum.squared());
        return all;
    }

    private static List<Jet> trigonometric(Jet[] x) {
        Jet cosines = Stream.of(x).map(Jet::cos).reduce(Jet::plus).orElseThrow();
        return residuals(
                x.length,
                i -> one(x[i - 1].cos())
                        .times(i)
                        .minus(x[i - 1].sin())
                        .minus(cosines)
                        .plus(x.length));
    }

    private static List<Jet> broyden(Jet[] x) {
        return residuals(x.length, i -> {
            Jet here = x[i - 1];
            Jet result = here.times(-2).plus(3).times(here).plus(1);
            result = i > 1 ? result.minus(x[i - 2]) : result;
            return i < x.length ? result.minus(x[i].times(2)) : result;
        });
    }
}
