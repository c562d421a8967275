package dev.orbit.compiler.function;

import static dev.orbit.compiler.function.Points.even;
import static dev.orbit.compiler.function.Points.near;
import static dev.orbit.compiler.function.Points.scales;

import java.util.ArrayList;
import java.util.List;

/** Every line of the accuracy table. */
final class UlpRows {
    private static final double UNDERFLOW = 0x1p-1012;
    private static final String TINY = "2^-200 < ±x < 1";

    private UlpRows() {}

    static List<UlpRow> all() {
        List<UlpRow> rows = new ArrayList<>();
        exact(rows);
        exponentials(rows);
        circular(rows);
        hyperbolic(rows);
        logistic(rows);
        normal(rows);
        gamma(rows);
        ofTwo(rows);
        return rows;
    }

    private static void exact(List<UlpRow> rows) {
        rows.add(UlpRow.of(Function1.NEGATE, "all", scales(-1074, 1023).signed()));
        rows.add(UlpRow.of(
                Function1.SQUARE, "2^-450 < ±x < 2^511", scales(-450, 511).signed()));
        rows.add(UlpRow.of(
                Function1.RECIPROCAL, "2^-450 < ±x < 2^450", scales(-450, 450).signed()));
        rows.add(UlpRow.of(Function1.ABS, "all", scales(-1074, 1023).signed()));
        rows.add(UlpRow.of(Function1.SIGN, "all", scales(-1074, 1023).signed()));
        rows.add(UlpRow.of(Function1.HEAVISIDE, "all", scales(-1074, 1023).signed()));
        rows.add(UlpRow.of(Function1.RELU, "all", scales(-1074, 1023).signed()));
        rows.add(UlpRow.of(Function1.SQRT, "all > 0", scales(-1074, 1023)));
    }

    private static void exponentials(List<UlpRow> rows) {
        rows.add(UlpRow.of(Function1.EXP, "-650 < x < 709.7", even(-650, 709.7)));
        rows.add(UlpRow.of(Function1.EXP, TINY, scales(-200, 0).signed()));
        rows.add(UlpRow.of(Function1.EXP, "-745 < x < -650", even(-745, -650)));
        rows.add(UlpRow.of(Function1.LOG, "all > 0", scales(-1074, 1023)));
        rows.add(UlpRow.of(Function1.LOG, "next to 1", near(1, 0.5)));
        rows.add(UlpRow.of(Function1.LOG1P, TINY, scales(-200, 0).signed()));
        rows.add(UlpRow.of(Function1.LOG1P, "next to -1", scales(-52, 0).shifted(-1)));
        rows.add(UlpRow.of(Function1.LOG1P, "1 < x < 2^1000", scales(0, 1000)));
        rows.add(UlpRow.of(Function1.EXPM1, TINY, scales(-200, 0).signed()));
        rows.add(UlpRow.of(Function1.EXPM1, "-700 < x < 709.7", even(-700, 709.7)));
        rows.add(UlpRow.of(Function1.EXPM1, "-40 < x < 40", even(-40, 40)));
    }

    private static void circular(List<UlpRow> rows) {
        for (Function1 f : List.of(Function1.SIN, Function1.COS, Function1.TAN)) {
            rows.add(UlpRow.of(f, TINY, scales(-200, 0).signed()));
            rows.add(UlpRow.of(f, "-10 < x < 10", even(-10, 10)));
            rows.add(UlpRow.of(f, "10 < ±x < 2^1023", scales(3, 1023).signed()));
        }
        for (Function1 f : List.of(Function1.ASIN, Function1.ACOS)) {
            rows.add(UlpRow.of(f, TINY, scales(-200, 0).signed()));
            rows.add(UlpRow.of(f, "-1 < x < 1", even(-1, 1)));
            rows.add(UlpRow.of(f, "next to 1 and -1", scales(-52, 0).shifted(-1).signed()));
        }
        rows.add(UlpRow.of(
                Function1.ATAN, "2^-200 < ±x < 2^450", scales(-200, 450).signed()));
        rows.add(UlpRow.of(Function1.ATAN, "-4 < x < 4", even(-4, 4)));
    }

    private static void hyperbolic(List<UlpRow> rows) {
        for (Function1 f : List.of(Function1.SINH, Function1.COSH)) {
            rows.add(UlpRow.of(f, TINY, scales(-200, 0).signed()));
            rows.add(UlpRow.of(f, "-40 < x < 40", even(-40, 40)));
            rows.add(UlpRow.of(f, "-710 < x < 710", even(-710, 710)));
        }
        rows.add(UlpRow.of(Function1.TANH, TINY, scales(-200, 0).signed()));
        rows.add(UlpRow.of(Function1.TANH, "-25 < x < 25, derivative in ulps of 1", even(-25, 25))
                .floor(0, 0.999));
    }

    private static void logistic(List<UlpRow> rows) {
        for (Function1 f : List.of(Function1.SIGMOID, Function1.SOFTPLUS, Function1.SILU)) {
            double slopeFloor = f == Function1.SILU ? 0.25 : 0;
            rows.add(UlpRow.of(f, TINY, scales(-200, 0).signed()).floor(0, slopeFloor));
            rows.add(UlpRow.of(f, "-3 < x < 3", even(-3, 3)).floor(0, slopeFloor));
            rows.add(UlpRow.of(f, "-40 < x < -3", even(-40, -3)));
            rows.add(UlpRow.of(f, "-700 < x < -40", even(-700, -40)));
            rows.add(UlpRow.of(f, "-745 < x < -700", even(-745, -700)).floor(0, UNDERFLOW));
            rows.add(UlpRow.of(f, "3 < x < 700", even(3, 700)));
        }
        rows.add(UlpRow.of(
                Function1.LOG1MEXP, "-1 < x < -2^-200", scales(-200, 0).negated()));
        rows.add(UlpRow.of(Function1.LOG1MEXP, "-3 < x < 0", even(-3, 0)));
        rows.add(UlpRow.of(Function1.LOG1MEXP, "-700 < x < -3", even(-700, -3)));
        rows.add(UlpRow.of(Function1.LOG_COSH, TINY, scales(-200, 0).signed()));
        rows.add(UlpRow.of(Function1.LOG_COSH, "-3 < x < 3", even(-3, 3)));
        rows.add(
                UlpRow.of(Function1.LOG_COSH, "1 < ±x < 2^1000", scales(0, 1000).signed()));
    }

    private static void normal(List<UlpRow> rows) {
        for (Function1 f : List.of(Function1.ERF, Function1.ERFC, Function1.GAUSSIAN)) {
            rows.add(UlpRow.of(f, TINY, scales(-200, 0).signed()));
            rows.add(UlpRow.of(f, "-6 < x < 6", even(-6, 6)));
            rows.add(UlpRow.of(f, "6 < x < 26", even(6, 26)));
            rows.add(UlpRow.of(f, "26 < x < 27.3", even(26, 27.3)).floor(0, UNDERFLOW));
        }
        for (Function1 f : List.of(Function1.NORMAL_DENSITY, Function1.NORMAL_CDF, Function1.GELU)) {
            double slopeFloor = f == Function1.GELU ? 0.25 : 0;
            rows.add(UlpRow.of(f, TINY, scales(-200, 0).signed()).floor(0, slopeFloor));
            rows.add(UlpRow.of(f, "-2 < x < 2", even(-2, 2)).floor(0, slopeFloor));
            rows.add(UlpRow.of(f, "2 < x < 40", even(2, 40)).floor(0, UNDERFLOW));
            rows.add(UlpRow.of(f, "-36 < x < -2", even(-36, -2)));
            rows.add(UlpRow.of(f, "-38.6 < x < -36", even(-38.6, -36)).floor(0, UNDERFLOW));
        }
    }

    private static void gamma(List<UlpRow> rows) {
        for (Function1 f : List.of(Function1.LGAMMA, Function1.DIGAMMA, Function1.TRIGAMMA)) {
            rows.add(UlpRow.of(f, "2^-300 < x < 1", scales(-300, 0)));
            rows.add(UlpRow.of(f, "0.5 < x < 3", even(0.5, 3)));
            rows.add(UlpRow.of(f, "3 < x < 40", even(3, 40)));
            rows.add(UlpRow.of(f, "32 < x < 2^300", scales(5, 300)));
            // between its poles digamma crosses zero, as do the logarithm and the second derivative of digamma
            double floor = f == Function1.TRIGAMMA ? 64 : 4;
            rows.add(UlpRow.of(
                            f,
                            "-0.5 < x < -2^-300, in ulps of " + (int) floor + " at least",
                            scales(-300, -1).negated())
                    .floor(floor, floor));
            rows.add(UlpRow.of(f, "-20 < x < -0.5, in ulps of " + (int) floor + " at least", even(-20, -0.5))
                    .floor(floor, floor));
            rows.add(UlpRow.of(f, "-10^6 < x < -20, in ulps of 64 at least", even(-1e6, -20))
                    .floor(64, 64));
        }
        rows.add(UlpRow.of(Function1.LGAMMA, "next to 1", near(1, 0.25)));
        rows.add(UlpRow.of(Function1.LGAMMA, "next to 2", near(2, 0.25)));
        rows.add(UlpRow.of(
                Function1.DIGAMMA,
                "within 10^-6 to 0.1 of its root 1.46",
                random -> 1.4616321449683623
                        + (random.nextBoolean() ? 1 : -1) * Math.pow(10, -1 - 5 * random.nextDouble())));
        rows.add(UlpRow.of(
                Function2.POLYGAMMA,
                "order 2 to 8, 2^-20 < x < 2^20",
                even(1.5, 8.49).rounded(),
                scales(-20, 20)));
        rows.add(UlpRow.of(
                        Function2.POLYGAMMA,
                        "order 2 and 3, -20 < x < 0, in ulps of 64 at least",
                        even(1.5, 3.49).rounded(),
                        even(-20, 0))
                .floor(64, 512));
    }

    private static void ofTwo(List<UlpRow> rows) {
        for (Function2 f :
                List.of(Function2.ADD, Function2.SUBTRACT, Function2.MAX, Function2.MIN, Function2.GREATER)) {
            rows.add(UlpRow.of(
                    f,
                    "2^-100 < ±x, ±y < 2^100",
                    scales(-100, 100).signed(),
                    scales(-100, 100).signed()));
        }
        for (Function2 f : List.of(Function2.MULTIPLY, Function2.SCALE, Function2.DIVIDE, Function2.RATIO)) {
            rows.add(UlpRow.of(
                    f,
                    "2^-200 < ±x, ±y < 2^200",
                    scales(-200, 200).signed(),
                    scales(-200, 200).signed()));
        }
        rows.add(UlpRow.of(Function2.POWER, "2^-20 < x < 2^20, -30 < y < 30", scales(-20, 20), even(-30, 30)));
        rows.add(UlpRow.of(Function2.POWER, "0.9 < x < 1.1, -1000 < y < 1000", even(0.9, 1.1), even(-1000, 1000)));
        rows.add(UlpRow.of(Function2.POWER, "2^-900 < x < 2^900, -1 < y < 1", scales(-900, 900), even(-1, 1)));
        for (Function2 f : List.of(Function2.ATAN2, Function2.HYPOT)) {
            rows.add(UlpRow.of(f, "-10 < x, y < 10", even(-10, 10), even(-10, 10)));
            rows.add(UlpRow.of(
                    f,
                    "2^-300 < ±x, ±y < 2^300",
                    scales(-300, 300).signed(),
                    scales(-300, 300).signed()));
        }
        rows.add(UlpRow.of(Function2.LOG_ADD_EXP, "-3 < x, y < 3, in ulps of 1 at least", even(-3, 3), even(-3, 3))
                .floor(1, 1));
        rows.add(UlpRow.of(
                        Function2.LOG_ADD_EXP,
                        "-700 < x, y < 700, in ulps of 1 at least",
                        even(-700, 700),
                        even(-700, 700))
                .floor(1, 1));
    }
}
