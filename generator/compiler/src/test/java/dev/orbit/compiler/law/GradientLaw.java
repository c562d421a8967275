package dev.orbit.compiler.law;

import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The law of the whole pipeline: the gradient is that of dual numbers on the program as it was lowered, or, where what
 * the author wrote cancels and a stable form does not, on that in stable form. It says nothing where a value that is not
 * finite has no influence.
 */
public final class GradientLaw {
    private static final int DRAWS = 60;

    private final Pipeline pipeline;
    private final long seed;
    private final Map<String, SmoothFunction> functions = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();

    private GradientLaw(Pipeline pipeline, long seed) {
        this.pipeline = pipeline;
        this.seed = seed;
        Calls.in(pipeline.lowered()).forEach((name, f) -> functions.put(name, new SmoothFunction(f, seed)));
    }

    /** Of a model without its class. */
    public static GradientLaw of(String name, String text, long seed) {
        return new GradientLaw(Pipeline.of(name, text), seed);
    }

    /** Of a model and its class, which {@link EmittedLaw} compares at the same points. */
    public static GradientLaw emitted(String name, String text, long seed) {
        return new GradientLaw(Pipeline.emitted(name, text), seed);
    }

    /**
     * What was seen.
     *
     * @param finite points at which loss and gradient are finite and not 0; the law was tried there
     * @param entries of gradients that were compared and are not 0
     * @param worst the largest difference relative to the sum of absolute contributions
     */
    public record Seen(int finite, int entries, double worst, String where) {}

    /** What the evaluator found for the outputs of the derivative at a point, finite or not. */
    record Visit(Point point, List<Datum<Double>> found) {}

    /** How far a gradient is from the witness, at the entry where it is farthest. */
    private record Difference(double relative, String where, String told) {
        Difference worse(Difference other) {
            return other.relative > relative ? other : this;
        }
    }

    /** Whether there is a class to compare. */
    public boolean hasClass() {
        return pipeline.product().isPresent();
    }

    Pipeline pipeline() {
        return pipeline;
    }

    Map<String, SmoothFunction> functions() {
        return functions;
    }

    List<Visit> visits() {
        return visits;
    }

    /**
     * Draws points until the law was tried at so many.
     *
     * @param missing how many of 100 targets per step are NaN
     * @throws AssertionError where the law does not hold to {@code tolerance}
     */
    public Seen hold(int points, int missing, double tolerance) {
        SplittableRandom random = new SplittableRandom(seed);
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
        Witness witness = new Witness(pipeline.lowered(), functions, Seeds.of(pipeline, point), dimensions);
        Evaluator<Double> doubles = new Evaluator<>(new Doubles(Map.copyOf(functions)));
        List<Datum<Double>> found = doubles.evaluate(pipeline.derivative(), point.arguments(), dimensions);
        visits.add(new Visit(point, found));
        if (!witness.isTelling()) {
            return before;
        }
        same(doubles.evaluate(pipeline.primal(), point.arguments(), dimensions), found);
        Difference difference = difference(witness, found);
        if (!(difference.relative() <= tolerance) && pipeline.stable().isPresent()) {
            difference = difference(witness.of(pipeline.stable().get()), found);
        }
        if (Double.isInfinite(difference.relative()) && witness.strayed()) {
            return before;
        }
        if (!(difference.relative() <= tolerance)) {
            throw new AssertionError(difference.told());
        }
        boolean worse = difference.relative() > before.worst();
        return new Seen(
                before.finite() + 1,
                before.entries() + sloped(found),
                worse ? difference.relative() : before.worst(),
                worse ? difference.where() : before.where());
    }

    private Difference difference(Witness witness, List<Datum<Double>> found) {
        Difference worst = new Difference(0, "", "");
        for (int i = 0; i < found.size(); i++) {
            Program.Output output = pipeline.derivative().outputs().get(i);
            if (!isGradient(output)) {
                continue;
            }
            List<Double> entries = flat(found.get(i));
            for (int j = 0; j < entries.size(); j++) {
                double slope = witness.slope(output, j);
                double relative = witness.relative(output, j, entries.get(j));
                String told = output + " entry " + j + " is " + entries.get(j) + ", by dual numbers " + slope
                        + ", relative to contributions " + relative;
                // NaN is as far as can be
                relative = Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative;
                worst = worst.worse(new Difference(relative, output.purpose() + " " + output.of(), told));
            }
        }
        return worst;
    }

    private int sloped(List<Datum<Double>> found) {
        int entries = 0;
        for (int i = 0; i < found.size(); i++) {
            if (isGradient(pipeline.derivative().outputs().get(i))) {
                entries += (int)
                        flat(found.get(i)).stream().filter(entry -> entry != 0).count();
            }
        }
        return entries;
    }

    private static boolean isGradient(Program.Output output) {
        return output.purpose() == Purpose.GRADIENT || output.purpose() == Purpose.PENALTY_GRADIENT;
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

    static List<Double> flat(Datum<Double> datum) {
        return datum.match(new Datum.Cases<Double, List<Double>>(Datum.Entries::entries, index -> List.of(), stack -> {
            List<Double> all = new ArrayList<>();
            stack.rows().forEach(row -> all.addAll(flat(row)));
            return all;
        }));
    }

    static List<Integer> indices(Datum<Double> datum) {
        return datum.match(new Datum.Cases<Double, List<Integer>>(
                entries -> List.of(), index -> List.of(index.place()), stack -> {
                    List<Integer> all = new ArrayList<>();
                    stack.rows().forEach(row -> all.addAll(indices(row)));
                    return all;
                }));
    }
}
