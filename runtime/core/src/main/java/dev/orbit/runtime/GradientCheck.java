package dev.orbit.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Compares a gradient with finite differences of the value that estimate their own error. A tool for tests: it allocates
 * freely and evaluates the value some dozens of times per entry.
 *
 * <pre>{@code
 * GradientReport report = GradientCheck.of(objective).named(layout).at(theta);
 * assertTrue(report.passed(), report::render);
 * }</pre>
 *
 * <p>The differences are central, extrapolated by Richardson's rule. The error estimate is conservative: it covers truncation,
 * rounding and the noise that the values are seen to have. An entry agrees if it lies within ten times that error, which must
 * be small against the entry or against what the function does at all. Where a value is not finite, has a kink or a jump, or
 * is too noisy, the check says that it cannot see.
 */
public final class GradientCheck {
    private final int size;
    private final ToDoubleFunction<double[]> value;
    private final Gradient gradient;
    private final Optional<ParameterLayout> layout;
    private final Optional<int[]> entries;

    private GradientCheck(
            int size,
            ToDoubleFunction<double[]> value,
            Gradient gradient,
            Optional<ParameterLayout> layout,
            Optional<int[]> entries) {
        this.size = size;
        this.value = value;
        this.gradient = gradient;
        this.layout = layout;
        this.entries = entries;
    }

    /** Checks a function that knows its own gradient. */
    public static GradientCheck of(Differentiable function) {
        return of(function.size(), function::value, function::valueAndGradient);
    }

    /**
     * Checks a claimed gradient against a value.
     *
     * @param size number of variables
     * @param value must not change its argument; throwing {@link ParameterOutsideInterval} is as good as NaN
     */
    public static GradientCheck of(int size, ToDoubleFunction<double[]> value, Gradient gradient) {
        return new GradientCheck(size, value, gradient, Optional.empty(), Optional.empty());
    }

    /** A gradient given as a method. */
    @FunctionalInterface
    public interface Gradient {
        /** Overwrites {@code gradient} with the gradient at {@code point}. */
        void write(double[] point, double[] gradient);
    }

    /**
     * The same check, with names for the entries and steps that stay inside the parameters' intervals.
     *
     * @throws IllegalArgumentException if the layout has another size
     */
    public GradientCheck named(ParameterLayout names) {
        if (names.size() != size) {
            throw new IllegalArgumentException("the layout has " + names.size() + " entries, the gradient " + size);
        }
        return new GradientCheck(size, value, gradient, Optional.of(names), entries);
    }

    /** The same check of some entries only. */
    public GradientCheck entries(int... some) {
        return new GradientCheck(size, value, gradient, layout, Optional.of(some.clone()));
    }

    /**
     * Checks at a point.
     *
     * @param point only read
     * @throws ParameterOutsideInterval if the gradient refuses the point
     */
    public GradientReport at(double[] point) {
        double[] claimed = new double[size];
        gradient.write(point.clone(), claimed);
        double middle = value.applyAsDouble(point.clone());
        double greatest = 0;
        for (double entry : claimed) {
            greatest = Math.max(greatest, Double.isFinite(entry) ? Math.abs(entry) : 0);
        }
        List<GradientVerdict> verdicts = new ArrayList<>();
        for (int entry : entries.orElseGet(this::all)) {
            String name = layout.map(names -> names.entry(entry)).orElse("[" + (entry + 1) + "]");
            if (Double.isFinite(middle)) {
                Slope slope = Slope.of(line(point, entry));
                double typical = Math.max(greatest, Math.abs(middle) / Math.max(1, Math.abs(point[entry])));
                verdicts.add(GradientVerdict.of(name, claimed[entry], slope, typical));
            } else {
                verdicts.add(GradientVerdict.unseen(name, claimed[entry], "the value is " + middle));
            }
        }
        return new GradientReport(middle, verdicts);
    }

    private Line line(double[] point, int entry) {
        Interval interval =
                layout.map(names -> names.parameterAt(entry).interval()).orElse(Interval.WHOLE_LINE);
        return new Line(value, point, entry, interval.lower(), interval.upper());
    }

    private int[] all() {
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        return all;
    }
}
