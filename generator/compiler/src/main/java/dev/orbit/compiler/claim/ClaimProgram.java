package dev.orbit.compiler.claim;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.lower.Facts;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Comparison;
import dev.orbit.compiler.model.Condition;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Algebra;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Uses;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.simplify.Simplify;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A claim as programs: what is put in, what is assumed, and what is compared. They can be evaluated in any algebra, so
 * that the witnesses of a proof see the same claim.
 */
final class ClaimProgram {
    private static final Set<Purpose> WANTED = Set.of(Purpose.LOSS, Purpose.PENALTY);

    private final Model model;
    private final List<Symbol> set = new ArrayList<>();
    private final Program settings;
    private final List<Assumed> assumed = new ArrayList<>();
    private final Program facts;
    private final Optional<Program> derivative;

    /** An assumption; each side by itself, so that what a side asks for first can be told. */
    private record Assumed(Condition.Compare condition, Program left, Program right) {}

    /** Hears of what is assumed before anything else is computed. */
    interface Assumptions<V> {
        /** The right side was computed before the left. */
        void assume(Condition.Compare condition, V left, V right);
    }

    ClaimProgram(Model model, Claim claim) {
        this(model, claim.assumptions(), claim.at(), compared(claim.fact()));
    }

    ClaimProgram(Model model, List<Condition.Compare> assumptions, Claim.Point at, List<Expr> compared) {
        this.model = model;
        List<Expr> values = new ArrayList<>();
        for (Claim.Substitution substitution : substitutions(at)) {
            set.add(substitution.symbol());
            values.add(substitution.value());
        }
        List<Condition.Compare> others = new ArrayList<>();
        for (Condition.Compare condition : assumptions) {
            Optional<Symbol> symbol = equated(condition).filter(equated -> !set.contains(equated));
            symbol.ifPresent(set::add);
            symbol.ifPresentOrElse(found -> values.add(condition.right()), () -> others.add(condition));
        }
        settings = program(values);
        for (Condition.Compare condition : others) {
            assumed.add(
                    new Assumed(condition, program(List.of(condition.left())), program(List.of(condition.right()))));
        }
        facts = program(compared);
        derivative = derivative();
    }

    /** The free symbol that an assumption says the value of: {@code assuming a == 0} puts it in. */
    private static Optional<Symbol> equated(Condition.Compare condition) {
        return condition.comparison() == Comparison.EQUAL && condition.left() instanceof Expr.Reference reference
                ? Optional.of(reference.symbol())
                        .filter(symbol -> symbol.role() == Role.PARAMETER
                                || symbol.role() == Role.CONSTANT
                                || symbol.role().isData())
                : Optional.empty();
    }

    /** What the point of a claim puts in; what is drawn there stays free. */
    static List<Claim.Substitution> substitutions(Claim.Point at) {
        return at.match(new Claim.Point.Cases<>() {
            @Override
            public List<Claim.Substitution> atInit(Claim.Point.AtInit point) {
                List<Claim.Substitution> substitutions = new ArrayList<>();
                for (Init.Entry entry : point.init().entries()) {
                    if (entry.value() instanceof Init.Value.Given given) {
                        substitutions.add(new Claim.Substitution(entry.parameter(), given.expr()));
                    }
                }
                return substitutions;
            }

            @Override
            public List<Claim.Substitution> atValues(Claim.Point.AtValues point) {
                return point.substitutions();
            }
        });
    }

    private static List<Expr> compared(Claim.Fact fact) {
        return fact.match(new Claim.Fact.Cases<>() {
            @Override
            public List<Expr> equal(Claim.Fact.Equal equal) {
                return both(equal.sides());
            }

            @Override
            public List<Expr> notEqual(Claim.Fact.NotEqual notEqual) {
                return both(notEqual.sides());
            }

            @Override
            public List<Expr> order(Claim.Fact.Order order) {
                return order.of();
            }
        });
    }

    private static List<Expr> both(List<Claim.Sides> sides) {
        List<Expr> both = new ArrayList<>();
        sides.forEach(side -> both.addAll(List.of(side.left(), side.right())));
        return both;
    }

    private Program program(List<Expr> exprs) {
        return Simplify.drop(Lower.facts(model, exprs));
    }

    /** What is compared: its inputs are the model's, then those that {@link Facts} names. */
    Program facts() {
        return facts;
    }

    /** Loss, penalty and the gradients that are spoken of; nothing when none of them is. */
    Optional<Program> gradients() {
        return derivative;
    }

    private Optional<Program> derivative() {
        List<String> asked = asked();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<String> wrt = asked.stream()
                .filter(name -> name.startsWith("gradient "))
                .map(name -> name.substring("gradient ".length()))
                .toList();
        Program primal = Simplify.stable(Lower.lower(model, WANTED), List.of()).program();
        return Optional.of(Simplify.drop(Adjoint.differentiate(primal, DerivativePlan.plain(wrt))));
    }

    /** What the facts read of loss, penalty and gradients. */
    private List<String> asked() {
        Uses uses = Uses.of(facts);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < facts.inputs().size(); i++) {
            if (facts.inputs().get(i).role() == Program.Role.SEED
                    && uses.count(facts.body().arguments().get(i)) > 0) {
                asked.add(facts.inputs().get(i).name());
            }
        }
        return asked;
    }

    /** The symbols that the claim's point gives values. */
    List<Symbol> set() {
        return set;
    }

    /** The arguments with what the claim's point puts in; constants among it are handed to {@code constants}. */
    <V> Map<Symbol, Datum<V>> placed(
            Machine<V> machine,
            Map<Symbol, Datum<V>> free,
            Map<String, Integer> rows,
            java.util.function.BiConsumer<String, V> constants) {
        List<Datum<V>> values = evaluate(settings, machine, new ArrayList<>(free.values()), rows);
        Map<Symbol, Datum<V>> placed = new LinkedHashMap<>(free);
        for (int i = 0; i < set.size(); i++) {
            Symbol symbol = set.get(i);
            Datum<V> value = values.get(i);
            if (free.containsKey(symbol)) {
                placed.put(symbol, free.get(symbol) instanceof Datum.Stack<V> stack ? repeated(value, stack) : value);
            } else {
                constants.accept(symbol.name(), value.number());
            }
        }
        return placed;
    }

    private static <V> Datum<V> repeated(Datum<V> value, Datum.Stack<V> stack) {
        return new Datum.Stack<>(java.util.Collections.nCopies(stack.rows().size(), value));
    }

    /** The entries of each expression that is compared, in order. */
    <V> List<List<V>> compared(
            Machine<V> machine, Map<Symbol, Datum<V>> placed, Map<String, Integer> rows, Assumptions<V> assumptions) {
        List<Datum<V>> arguments = new ArrayList<>(placed.values());
        for (Assumed each : assumed) {
            V right = evaluate(each.right(), machine, arguments, rows).get(0).number();
            V left = evaluate(each.left(), machine, arguments, rows).get(0).number();
            assumptions.assume(each.condition(), left, right);
        }
        Map<String, Datum<V>> answers = derivative
                .map(program -> answers(program, machine.run(program, arguments, rows), machine.algebra()))
                .orElse(Map.of());
        return machine.run(facts, withAnswers(facts, machine.algebra(), arguments, answers), rows).stream()
                .map(Datum::entries)
                .toList();
    }

    /** Loss, penalty and gradients by the names of {@link Facts}. */
    static <V> Map<String, Datum<V>> answers(Program program, List<Datum<V>> results, Algebra<V> algebra) {
        Map<String, Datum<V>> answers = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            Program.Output output = program.outputs().get(i);
            String name = switch (output.purpose()) {
                case LOSS -> Facts.LOSS;
                case PENALTY -> Facts.PENALTY;
                case GRADIENT, PENALTY_GRADIENT -> "gradient " + output.of();
                case TANGENT, STATE, RESIDUAL, PREDICTION -> "";
            };
            answers.merge(name, results.get(i), (x, y) -> x.zip(y, algebra::add));
        }
        return answers;
    }

    private static <V> List<Datum<V>> evaluate(
            Program program, Machine<V> machine, List<Datum<V>> arguments, Map<String, Integer> rows) {
        return machine.run(program, withAnswers(program, machine.algebra(), arguments, Map.of()), rows);
    }

    static <V> List<Datum<V>> withAnswers(
            Program program, Algebra<V> algebra, List<Datum<V>> arguments, Map<String, Datum<V>> answers) {
        List<Datum<V>> all = new ArrayList<>(arguments);
        for (int i = arguments.size(); i < program.inputs().size(); i++) {
            Value input = program.body().arguments().get(i);
            Datum<V> zero = Datum.of(java.util.Collections.nCopies(input.type().size(), algebra.constant(0)));
            Datum<V> answer = answers.get(program.inputs().get(i).name());
            all.add(answer == null ? zero : requireNonNull(answer));
        }
        return all;
    }
}
