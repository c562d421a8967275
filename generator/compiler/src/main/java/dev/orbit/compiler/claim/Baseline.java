package dev.orbit.compiler.claim;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.analyse.FormulaAlgebra;
import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Objective;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.symbolic.Assumptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a start leaves the loss as it is without the new parameters: those that the start gives and that can be zero. Without
 * them means that they are all zero.
 */
final class Baseline {
    private static final long SEED = 6_08;
    private static final int ATTEMPTS = 8;
    private static final int EXAMPLES = 4;
    private static final double TOLERANCE = 1e-12;

    private final Model model;
    private final Init init;
    private final int rows;
    private final List<Symbol> zero = new ArrayList<>();
    private final List<Symbol> other = new ArrayList<>();

    Baseline(Model model, Init init, int rows) {
        this.model = model;
        this.init = init;
        this.rows = rows;
        StartPoint point = StartPoint.of(model, program(new Claim.Point.AtInit(init, init.span())), rows, 0);
        ValueAlgebra algebra = new ValueAlgebra();
        Intervals intervals = new Intervals(model);
        for (Init.Entry entry : init.entries()) {
            List<Double> values =
                    requireNonNull(point.arguments().get(entry.parameter())).entries();
            Intervals.Bounds<Double> bounds = intervals.of(
                    new Entry(entry.parameter(), 0, 0),
                    algebra,
                    each -> requireNonNull(point.arguments().get(each.symbol()))
                            .entries()
                            .get(each.place()));
            boolean canBeZero = bounds.low().filter(low -> low >= 0).isEmpty()
                    && bounds.high().filter(high -> high <= 0).isEmpty();
            if (canBeZero) {
                (values.stream().allMatch(value -> value == 0) ? zero : other).add(entry.parameter());
            }
        }
    }

    private ClaimProgram program(Claim.Point at) {
        return new ClaimProgram(model, List.of(), at, List.of(new Expr.Quantity(Objective.LOSS, init.span())));
    }

    /** Everything else as at the start, and these zero; {@code free} are not put in at all. */
    private ClaimProgram program(List<Symbol> zeros, List<Symbol> free) {
        List<Claim.Substitution> substitutions = new ArrayList<>();
        for (Init.Entry entry : init.entries()) {
            Symbol symbol = entry.parameter();
            if (zeros.contains(symbol)) {
                Expr number = new Expr.Number(0, "0", init.span());
                substitutions.add(new Claim.Substitution(
                        symbol, symbol.shape().isScalar() ? number : new Expr.Fill(number, symbol.shape())));
            } else if (!free.contains(symbol) && entry.value() instanceof Init.Value.Given given) {
                substitutions.add(new Claim.Substitution(symbol, given.expr()));
            }
        }
        return program(new Claim.Point.AtValues(substitutions));
    }

    private List<Symbol> all() {
        return model.parameters().stream()
                .map(parameter -> parameter.symbol())
                .filter(symbol -> zero.contains(symbol) || other.contains(symbol))
                .toList();
    }

    private static String names(List<Symbol> symbols) {
        return DeadEnds.listed(symbols.stream().map(Symbol::name).toList());
    }

    /** By proof, with counterexamples by exact values; a sentence, if there is something to say. */
    Optional<String> exactly(EqualityProof proof, String extent) {
        if (other.isEmpty()) {
            return zero.isEmpty() ? Optional.empty() : Optional.of(trivial());
        }
        String without = "the loss is what it is without " + names(all());
        if (!zero.isEmpty()) {
            Comparison whatever = compare(program(zero, other), proof);
            if (whatever.proved()) {
                return Optional.of(without + ", whatever " + names(other) + (other.size() == 1 ? " is" : " are")
                        + " while " + names(zero) + " = 0: proved" + extent);
            }
        }
        Comparison here = compare(program(List.of(), List.of()), proof);
        return Optional.of(
                here.proved()
                        ? without + ": proved" + extent
                        : here.difference()
                                .map(difference ->
                                        "the loss is not what it is without " + names(all()) + ": " + difference)
                                .orElse(without + " at " + here.points() + " random points" + extent + "; not proved"));
    }

    private String trivial() {
        return "the loss is what it is without " + names(zero)
                + (zero.size() == 1 ? ": it is zero" : ": they are zero");
    }

    /** By doubles. */
    Optional<String> byValues() {
        if (other.isEmpty()) {
            return zero.isEmpty() ? Optional.empty() : Optional.of(trivial());
        }
        ClaimProgram here = program(new Claim.Point.AtInit(init, init.span()));
        ClaimProgram there = program(all(), List.of());
        for (int example = 0; example < EXAMPLES; example++) {
            double left = value(here, example);
            double right = value(there, example);
            if (!(Math.abs(left - right) <= TOLERANCE * Math.abs(right))) {
                return Optional.of("the loss is not what it is without " + names(all())
                        + String.format(
                                java.util.Locale.ROOT, ": %.6g, and %.6g without, at a random example", left, right));
            }
        }
        return Optional.of("the loss is what it is without " + names(all()) + ", at " + EXAMPLES + " random examples");
    }

    private double value(ClaimProgram program, int example) {
        StartPoint point = StartPoint.of(model, program, rows, example);
        return program.compared(
                        Machine.of(new ValueAlgebra()), point.arguments(), point.open(), (condition, x, y) -> {})
                .get(0)
                .get(0);
    }

    /** Two losses: whether they are proved to be the same, at how many points they agree, and what differs. */
    private record Comparison(boolean proved, int points, Optional<String> difference) {}

    private Comparison compare(ClaimProgram here, EqualityProof proof) {
        ClaimProgram there = program(all(), List.of());
        Trial trial = new Trial(model, here);
        Draw draw = trial.draw(SEED);
        int agreements = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Point point = draw.point(rows, attempt);
            try {
                SampleAlgebra algebra = Draw.algebra(point, new ConstantValues(model));
                Sample left = loss(here, trial, point, algebra);
                Sample right = loss(there, new Trial(model, there), point, algebra);
                if (left.differsFrom(right)) {
                    return new Comparison(
                            false,
                            0,
                            Optional.of(left.text() + ", and " + right.text() + " without" + at(trial.values(point))));
                }
                agreements += left.agreesWith(right) ? 1 : 0;
            } catch (Undecidable notTold) {
                // this point says nothing
            }
        }
        return new Comparison(agreements > 0 && isProved(here, there, proof), agreements, Optional.empty());
    }

    private static String at(Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((name, value) -> parts.add(name + " = " + value));
        return parts.isEmpty() || parts.size() > 8 ? ", at a random point" : " at " + String.join(", ", parts);
    }

    private Sample loss(ClaimProgram program, Trial trial, Point point, SampleAlgebra algebra) {
        return program.compared(
                        Machine.of(algebra),
                        trial.placed(point, algebra),
                        trial.rows(rows),
                        (condition, left, right) -> {})
                .get(0)
                .get(0);
    }

    private boolean isProved(ClaimProgram here, ClaimProgram there, EqualityProof proof) {
        Inputs inputs = new Inputs(model, rows);
        if (!inputs.indices().isEmpty()) {
            return false;
        }
        try {
            FormulaAlgebra algebra = Decision.algebra(new Formulas());
            Machine<Formula> machine = Machine.of(algebra);
            Map<String, Integer> open =
                    Horizons.openDim(model).map(name -> Map.of(name, rows)).orElse(Map.of());
            List<Formula> losses = new ArrayList<>();
            List<Formula.Compare> facts = new ArrayList<>();
            for (ClaimProgram program : List.of(here, there)) {
                Question.Ground ground =
                        Question.ground(model, program, inputs, new LinkedHashMap<>(), open, algebra, machine);
                Map<Symbol, Datum<Formula>> placed = ground.placed();
                losses.add(program.compared(machine, placed, open, (condition, left, right) -> {})
                        .get(0)
                        .get(0));
                facts.addAll(ground.facts());
            }
            return proof.succeeds(losses.get(0), losses.get(1), new Assumptions(facts));
        } catch (Undecidable tooLarge) {
            return false;
        }
    }
}
