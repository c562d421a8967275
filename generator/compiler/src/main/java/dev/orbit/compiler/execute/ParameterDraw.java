package dev.orbit.compiler.execute;

import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.runtime.Transforms;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws parameter vectors inside their intervals, around their start values where they have such. */
final class ParameterDraw {
    private final List<Outline.Parameter> parameters;

    ParameterDraw(Outline outline) {
        this.parameters = outline.parameters();
    }

    double[] draw(SplittableRandom random) {
        double[] vector =
                new double[parameters.stream().mapToInt(Outline.Parameter::size).sum()];
        int at = 0;
        for (Outline.Parameter parameter : parameters) {
            for (int i = 0; i < parameter.size(); i++, at++) {
                double lower = bound(parameter, vector, true);
                double upper = bound(parameter, vector, false);
                double centre = centre(parameter, i, lower, upper);
                vector[at] = Transforms.constrain(centre + random.nextDouble(-0.8, 0.8), lower, upper);
            }
        }
        return vector;
    }

    /** Where the whole line is mapped to the start value; 0 without one inside the interval. */
    private static double centre(Outline.Parameter parameter, int entry, double lower, double upper) {
        if (parameter.start().isEmpty()) {
            return 0;
        }
        int last = parameter.start().size() - 1;
        double start = parameter.start().get(Math.min(entry, last)).value();
        return lower < start && start < upper ? Transforms.unconstrain(start, lower, upper) : 0;
    }

    private double bound(Outline.Parameter parameter, double[] vector, boolean lower) {
        if (parameter.interval().isEmpty()) {
            return lower ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        Outline.Interval interval = parameter.interval().get();
        Outline.Bound bound = lower ? interval.lower() : interval.upper();
        return bound.program()
                .map(program -> new Evaluator<>(new Doubles())
                        .evaluate(program, arguments(vector))
                        .get(0)
                        .number())
                .orElse(bound.constant().value());
    }

    /** The parameters as a program takes them; those not yet drawn are 0. */
    private List<Datum<Double>> arguments(double[] vector) {
        List<Datum<Double>> arguments = new ArrayList<>();
        int at = 0;
        for (Outline.Parameter parameter : parameters) {
            double[] entries = new double[parameter.size()];
            System.arraycopy(vector, at, entries, 0, entries.length);
            arguments.add(Datum.of(entries));
            at += entries.length;
        }
        return arguments;
    }
}
