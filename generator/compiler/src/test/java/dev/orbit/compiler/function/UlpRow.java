package dev.orbit.compiler.function;

import dev.orbit.compiler.reference.DoubleDouble;
import dev.orbit.compiler.reference.DoubleDoubleArithmetic;
import dev.orbit.compiler.reference.DualArithmetic;
import dev.orbit.compiler.reference.RealArithmetic;
import java.util.Optional;
import java.util.Random;

/**
 * One line of the accuracy table: a function on a range.
 *
 * @param name how the table calls the function
 * @param range how the table calls the range
 * @param point draws one point and measures there
 * @param valueFloor errors of the value are measured in ulps of the true value, or of this if that is larger
 * @param slopeFloor likewise for the derivatives
 */
record UlpRow(String name, String range, Measurement point, double valueFloor, double slopeFloor) {
    private static final RealArithmetic REAL = new RealArithmetic();
    private static final DoubleDoubleArithmetic EXACT = new DoubleDoubleArithmetic();
    private static final DualArithmetic<DoubleDouble> DUAL = DualArithmetic.ofDoubleDoubles();

    /** The true value and what doubles gave, and the same of each derivative. */
    record Sample(String at, DoubleDouble value, double computed, DoubleDouble[] slopes, double[] computedSlopes) {}

    interface Measurement {
        Sample take(Random random);
    }

    /** The greatest errors over a number of points, and where. */
    record Worst(double value, String valueAt, double slope, String slopeAt) {}

    static UlpRow of(Function1 f, String range, Points points) {
        return new UlpRow(label(f.word(), f.name()), range, random -> sample(f, points.draw(random)), 0, 0);
    }

    static UlpRow of(Function2 f, String range, Points first, Points second) {
        Measurement point = random -> sample(f, first.draw(random), second.draw(random));
        return new UlpRow(label(f.word(), f.name()), range, point, 0, 0);
    }

    /** The same with errors measured against at least these sizes. */
    UlpRow floor(double newValueFloor, double newSlopeFloor) {
        return new UlpRow(name, range, point, newValueFloor, newSlopeFloor);
    }

    @Override
    public String toString() {
        return name + " on " + range;
    }

    private static String label(Optional<String> word, String name) {
        return word.orElse(name);
    }

    private static Sample sample(Function1 f, double x) {
        double value = f.value(x);
        DoubleDouble exact = DoubleDouble.of(x);
        return new Sample(
                Double.toString(x),
                EXACT.apply(f, exact),
                value,
                new DoubleDouble[] {DUAL.apply(f, DUAL.variable(exact)).derivative()},
                new double[] {f.derivative(REAL, x, value)});
    }

    private static Sample sample(Function2 f, double x, double y) {
        double value = f.value(x, y);
        DoubleDouble exactX = DoubleDouble.of(x);
        DoubleDouble exactY = DoubleDouble.of(y);
        return new Sample(
                x + ", " + y,
                EXACT.apply(f, exactX, exactY),
                value,
                new DoubleDouble[] {
                    DUAL.apply(f, DUAL.variable(exactX), DUAL.fixed(exactY)).derivative(),
                    DUAL.apply(f, DUAL.fixed(exactX), DUAL.variable(exactY)).derivative()
                },
                new double[] {f.derivative1(REAL, x, y, value), f.derivative2(REAL, x, y, value)});
    }

    Worst measure(long seed, int points) {
        Random random = new Random(seed);
        double worstValue = 0;
        double worstSlope = 0;
        String valueAt = "";
        String slopeAt = "";
        for (int i = 0; i < points; i++) {
            Sample sample = point.take(random);
            double error = ulps(sample.value(), sample.computed(), valueFloor);
            if (!(error <= worstValue)) {
                worstValue = error;
                valueAt = sample.at();
            }
            for (int k = 0; k < sample.slopes().length; k++) {
                double slopeError = ulps(sample.slopes()[k], sample.computedSlopes()[k], slopeFloor);
                if (!(slopeError <= worstSlope)) {
                    worstSlope = slopeError;
                    slopeAt = sample.at();
                }
            }
        }
        return new Worst(worstValue, valueAt, worstSlope, slopeAt);
    }

    private static double ulps(DoubleDouble exact, double computed, double floor) {
        double error = exact.ulpsTo(computed);
        return Math.abs(exact.high()) < floor ? error * (Math.ulp(exact.high()) / Math.ulp(floor)) : error;
    }
}
