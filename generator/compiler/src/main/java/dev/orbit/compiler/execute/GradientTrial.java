package dev.orbit.compiler.execute;

import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.program.Callee;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.runtime.GradientCheck;
import dev.orbit.runtime.GradientReport;
import dev.orbit.runtime.GradientVerdict;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Tries an emitted gradient at points drawn from a seed, against two witnesses: dual numbers on the primal program, and
 * finite differences of the emitted loss that estimate their own error.
 */
public final class GradientTrial {
    private static final int POINTS = 3;
    private static final int DRAWS = 60;
    /** Entries tried at each point; of longer vectors as many are drawn. */
    private static final int ENTRIES = 24;
    /** How far dual numbers may be away, relative to the sizes of loss and gradient: rounding, not mathematics. */
    private static final double TOLERANCE = 1e-9;

    /** Steps beyond the longest delay where the spec leaves their number open. */
    private static final int FEW_STEPS = 7;

    private final Program primal;
    private final Model model;
    private final Map<String, Callee<Double>> functions;
    private final int rows;
    private final Map<String, Integer> dimensions;
    private final Set<String> wrt;
    private final ParameterDraw parameters;
    private final SplittableRandom random;
    private final List<String> disagreements = new ArrayList<>();
    private double worst;
    private int digits = Integer.MAX_VALUE;

    /**
     * A trial.
     *
     * @param primal the program whose first output is the loss, and whose inputs are the model's parameters and columns
     * @param model the emitted class, its abstract functions bound to {@code functions}
     * @param outline of the class
     * @param wrt names of the parameters that are differentiated
     */
    public GradientTrial(
            Program primal,
            Model model,
            Outline outline,
            Collection<String> wrt,
            Map<String, ? extends Callee<Double>> functions,
            long seed) {
        this.primal = primal;
        this.model = model;
        this.functions = Map.copyOf(functions);
        this.rows = model.schema()
                .steps()
                .fixed()
                .orElse(FEW_STEPS
                        + longestDelay(primal.body())
                        + outline.steps().firstRow()
                        - 1);
        this.dimensions = outline.steps().open().isEmpty()
                ? Map.of()
                : Map.of(outline.steps().open(), rows);
        this.wrt = Set.copyOf(wrt);
        this.parameters = new ParameterDraw(outline);
        this.random = new SplittableRandom(seed);
    }

    /** So many steps pass before everything that is delayed has arrived. */
    private static int longestDelay(Region region) {
        int longest = 0;
        for (Instr instr : region.instrs()) {
            if (instr instanceof Instr.Loop loop) {
                longest = Math.max(
                        longest,
                        loop.carries().stream().mapToInt(Carry::delay).max().orElse(0));
            }
            for (Region inner : instr.regions()) {
                longest = Math.max(longest, longestDelay(inner));
            }
        }
        return longest;
    }

    /** Draws points until enough of them are finite, and tries the gradient there. */
    public TrialReport run() {
        int finite = 0;
        int draws = 0;
        while (finite < POINTS && draws < DRAWS) {
            TrialPoint point = TrialPoint.draw(model.schema(), rows, parameters, draws % 2 == 1, random.split());
            draws++;
            if (isFinite(point)) {
                finite++;
                tryAt(point);
            }
        }
        return new TrialReport(finite, draws, worst, digits == Integer.MAX_VALUE ? 0 : digits, disagreements);
    }

    private boolean isFinite(TrialPoint point) {
        double[] gradient = new double[point.parameters().length];
        double loss = model.lossAndGradient(point.parameters(), point.examples(), 0, gradient);
        return Double.isFinite(loss) && IntStream.range(0, gradient.length).allMatch(i -> Double.isFinite(gradient[i]));
    }

    private void tryAt(TrialPoint point) {
        int size = point.parameters().length;
        int[] entries = size <= ENTRIES
                ? IntStream.range(0, size).toArray()
                : random.ints(ENTRIES, 0, size).distinct().sorted().toArray();
        double[] gradient = new double[size];
        double loss = model.lossAndGradient(point.parameters(), point.examples(), 0, gradient);
        double scale = Math.abs(loss);
        for (double entry : gradient) {
            scale = Math.max(scale, Math.abs(entry));
        }
        for (int entry : differentiated(entries)) {
            double dual = slope(point, entry);
            double difference = Math.abs(dual - gradient[entry]) / Math.max(scale, Double.MIN_NORMAL);
            worst = Math.max(worst, difference);
            if (!(difference <= TOLERANCE)) {
                disagreements.add(model.parameters().entry(entry) + ": the gradient is " + gradient[entry]
                        + ", by dual numbers " + dual);
            }
        }
        differences(point, differentiated(entries));
    }

    /** Parameters that are not differentiated have gradient 0 by definition. */
    private int[] differentiated(int[] entries) {
        return IntStream.of(entries)
                .filter(entry ->
                        wrt.contains(model.parameters().parameterAt(entry).name()))
                .toArray();
    }

    private void differences(TrialPoint point, int[] entries) {
        GradientReport report = GradientCheck.of(
                        point.parameters().length,
                        theta -> model.loss(theta, point.examples(), 0),
                        (theta, gradient) -> model.lossAndGradient(theta, point.examples(), 0, gradient))
                .named(model.parameters())
                .entries(entries)
                .at(point.parameters());
        if (report.fewestDigits() > 0) {
            digits = Math.min(digits, report.fewestDigits());
        }
        report.entries().stream()
                .filter(verdict -> verdict.outcome() == GradientVerdict.Outcome.DISAGREES)
                .forEach(verdict -> disagreements.add(verdict.name() + ": the gradient is " + verdict.claimed()
                        + ", by finite differences " + verdict.estimate()));
    }

    /** The derivative of the primal program's loss by one entry of the parameter vector. */
    private double slope(TrialPoint point, int entry) {
        List<Datum<Double>> arguments = point.arguments();
        List<Datum<Dual>> duals = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < arguments.size(); i++) {
            List<Parameter> parameters = model.parameters().parameters();
            int size = i < parameters.size() ? parameters.get(i).shape().size() : 0;
            duals.add(
                    i < parameters.size()
                            ? seeded(arguments.get(i).entries(), entry - at)
                            : arguments.get(i).map(value -> new Dual(value, 0)));
            at += size;
        }
        return new Evaluator<>(new Duals(functions))
                .evaluate(primal, duals, dimensions)
                .get(0)
                .number()
                .slope();
    }

    private static Datum<Dual> seeded(List<Double> values, int entry) {
        List<Dual> duals = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            duals.add(new Dual(values.get(i), i == entry ? 1 : 0));
        }
        return Datum.of(duals);
    }
}
