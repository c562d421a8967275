package dev.orbit.compiler.law;

import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Where a law is tried: arguments of a model's program, drawn from a seed, parameters inside their intervals.
 *
 * @param steps the open number of steps
 */
record Point(List<Datum<Double>> arguments, int steps) {
    /** @param missing how many of 100 targets per step are NaN */
    static Point draw(Pipeline pipeline, int steps, int missing, SplittableRandom random) {
        Program program = pipeline.lowered();
        Model model = pipeline.model();
        List<Datum<Double>> arguments = new ArrayList<>();
        double spread = random.nextDouble(0.3, 1.2);
        double middle = random.nextInt(2) == 0 ? random.nextDouble(-0.5, 0.5) : random.nextDouble(1, 2);
        for (int i = 0; i < program.inputs().size(); i++) {
            Type type = program.body().arguments().get(i).type();
            if (i < model.parameters().size()) {
                arguments.add(inside(model, model.parameters().get(i), type, arguments, random));
            } else {
                dev.orbit.compiler.model.Datum datum =
                        model.data().get(i - model.parameters().size());
                arguments.add(datum(
                        datum,
                        type,
                        steps,
                        missing,
                        () -> random.nextDouble(middle - spread, middle + spread),
                        random));
            }
        }
        return new Point(arguments, steps);
    }

    private interface Draw {
        double next();
    }

    private static Datum<Double> inside(
            Model model, Parameter parameter, Type type, List<Datum<Double>> before, SplittableRandom random) {
        List<Double> low =
                end(model, parameter.interval().map(Parameter.Interval::low), before, Double.NEGATIVE_INFINITY);
        List<Double> high =
                end(model, parameter.interval().map(Parameter.Interval::high), before, Double.POSITIVE_INFINITY);
        List<Double> entries = new ArrayList<>();
        for (int i = 0; i < type.size(); i++) {
            double from = low.get(low.size() == 1 ? 0 : i);
            double to = high.get(high.size() == 1 ? 0 : i);
            double first = Double.isInfinite(from) ? (Double.isInfinite(to) ? -0.9 : to - 1.5) : from;
            double last = Double.isInfinite(to) ? first + 1.8 : to;
            entries.add(first + (last - first) * random.nextDouble(0.05, 0.95));
        }
        return Datum.of(entries);
    }

    private static List<Double> end(
            Model model, java.util.Optional<Expr> end, List<Datum<Double>> before, double none) {
        if (end.isEmpty()) {
            return List.of(none);
        }
        Program program = Lower.bound(model, end.get());
        List<Datum<Double>> arguments = new ArrayList<>(before);
        for (int i = before.size(); i < program.inputs().size(); i++) {
            int size = program.body().arguments().get(i).type().size();
            arguments.add(Datum.of(Collections.nCopies(size, Double.NaN)));
        }
        return new Evaluator<>(new Doubles())
                .evaluate(program, arguments)
                .get(0)
                .entries();
    }

    private static Datum<Double> datum(
            dev.orbit.compiler.model.Datum datum,
            Type type,
            int steps,
            int missing,
            Draw draw,
            SplittableRandom random) {
        if (!type.stacked().isEmpty()) {
            int rows = type.stacked().get(0) instanceof Count.Fixed fixed ? fixed.number() : steps;
            List<Datum<Double>> all = new ArrayList<>();
            for (int t = 0; t < rows; t++) {
                all.add(datum(datum, type.row(), steps, missing, draw, random));
            }
            return new Datum.Stack<>(all);
        } else if (datum.range().isPresent()) {
            int first = datum.range().get().first();
            int last = datum.range().get().last();
            return type.shape().isEmpty()
                    ? new Datum.Index<>(random.nextInt(first, last + 1))
                    : Datum.indices(random.ints(type.size(), first, last + 1).toArray());
        }
        List<Double> entries = new ArrayList<>();
        for (int i = 0; i < type.size(); i++) {
            boolean gone = datum.perStep() && datum.symbol().role() == Role.TARGET && random.nextInt(100) < missing;
            entries.add(gone ? Double.NaN : draw.next());
        }
        return Datum.of(entries);
    }

    /** The open dimensions. */
    Map<String, Integer> dimensions(Model model) {
        return model.dims().stream()
                .filter(dim -> dim.value().isEmpty())
                .map(dim -> dim.symbol().name())
                .collect(java.util.stream.Collectors.toMap(name -> name, name -> steps));
    }
}
