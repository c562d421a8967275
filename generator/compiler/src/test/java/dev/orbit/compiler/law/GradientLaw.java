package dev.orbit.compiler.law;

import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The law of the whole pipeline: the gradient is that of dual numbers on the program as it was lowered. */
public final class GradientLaw {
    private static final int DRAWS = 60;

    private final Pipeline pipeline;
    private final Map<String, SmoothFunction> functions = new HashMap<>();

    private GradientLaw(Pipeline pipeline, long seed) {
        this.pipeline = pipeline;
        Calls.in(pipeline.lowered()).forEach((name, f) -> functions.put(name, new SmoothFunction(f, seed)));
    }

    /**
     * What was seen.
     *
     * @param finite points at which loss and gradient are finite and not 0; the law was tried there
     * @param entries of gradients that were compared and are not 0
     * @param worst the largest difference relative to the sum of absolute contributions
     */
    public record Seen(int finite, int entries, double worst, String where) {}

    /** @throws AssertionError where the law does not hold to {@code tolerance} */
    public static Seen hold(String name, String text, int points, int missing, long seed, double tolerance) {
        return new GradientLaw(Pipeline.of(name, text), seed)
                .run(points, missing, new SplittableRandom(seed), tolerance);
    }

    private Seen run(int points, int missing, SplittableRandom random, double tolerance) {
        Seen seen = new Seen(0, 0, 0, "");
        for (int draw = 0; draw < DRAWS && seen.finite() < points; draw++) {
            int steps = random.nextInt(1, draw % 3 == 0 ? 32 : 9);
            Point point = Point.draw(pipeline, steps, missing, random);
            seen = at(point, seen, tolerance);
        }
        return seen;
    }

    private Seen at(Point point, Seen before, double tolerance) {
        Map<String, Integer> dimensions = point.dimensions(pipeline.model());
        List<Purpose> purposes = pipeline.lowered().outputs().stream()
                .map(Program.Output::purpose)
                .toList();
        Seeds seeds = Seeds.of(pipeline, point);
        List<Datum<ManyDual>> duals =
                new Evaluator<>(new ManyDuals(functions)).evaluate(pipeline.lowered(), seeds.arguments(), dimensions);
        boolean finite = duals.stream().allMatch(dual -> isFinite(dual.number()))
                && duals.stream().anyMatch(dual -> isSloped(dual.number()));
        Evaluator<Double> doubles = new Evaluator<>(new Doubles(Map.copyOf(functions)));
        List<Datum<Double>> found = doubles.evaluate(pipeline.derivative(), point.arguments(), dimensions);
        if (!finite) {
            return before;
        }
        same(doubles.evaluate(pipeline.primal(), point.arguments(), dimensions), found);
        int compared = before.entries();
        double worst = before.worst();
        String where = before.where();
        for (int i = 0; i < pipeline.derivative().outputs().size(); i++) {
            Program.Output output = pipeline.derivative().outputs().get(i);
            Purpose of = output.purpose() == Purpose.PENALTY_GRADIENT ? Purpose.PENALTY : Purpose.LOSS;
            ManyDual dual = duals.get(purposes.indexOf(of)).number();
            if (output.purpose() == Purpose.GRADIENT || output.purpose() == Purpose.PENALTY_GRADIENT) {
                List<Double> entries = flat(found.get(i));
                int from = seeds.from(output.of());
                for (int j = 0; j < entries.size(); j++) {
                    compared += entries.get(j) == 0 ? 0 : 1;
                    double slope = dual.slope(from + j);
                    double difference = Math.abs(entries.get(j) - slope);
                    double relative =
                            difference == 0 ? 0 : difference / Math.max(dual.weight(from + j), Double.MIN_NORMAL);
                    if (!(relative <= tolerance)) {
                        throw new AssertionError(output + " entry " + j + " is " + entries.get(j) + ", by dual numbers "
                                + slope + ", relative to contributions " + relative);
                    } else if (relative > worst) {
                        worst = relative;
                        where = output.purpose() + " " + output.of();
                    }
                }
            }
        }
        return new Seen(before.finite() + 1, compared, worst, where);
    }

    /** Differentiating only adds outputs: the bits of the primal stay. */
    private static void same(List<Datum<Double>> primal, List<Datum<Double>> derivative) {
        for (int i = 0; i < primal.size(); i++) {
            if (!primal.get(i).equals(derivative.get(i))) {
                throw new AssertionError(
                        "the primal is " + primal.get(i) + ", with the derivative " + derivative.get(i));
            }
        }
    }

    private static boolean isSloped(ManyDual dual) {
        return Arrays.stream(dual.slopes()).anyMatch(slope -> slope != 0);
    }

    private static boolean isFinite(ManyDual dual) {
        boolean finite = Double.isFinite(dual.value());
        for (double weight : dual.weights()) {
            finite &= Double.isFinite(weight);
        }
        return finite;
    }

    static List<Double> flat(Datum<Double> datum) {
        return datum.match(new Datum.Cases<Double, List<Double>>(Datum.Entries::entries, index -> List.of(), stack -> {
            List<Double> all = new ArrayList<>();
            stack.rows().forEach(row -> all.addAll(flat(row)));
            return all;
        }));
    }
}
