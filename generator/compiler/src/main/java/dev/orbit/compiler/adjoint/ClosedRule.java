package dev.orbit.compiler.adjoint;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Evaluation;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The adjoint of a region by its closed forms; what the primal has computed already is read, not written again. */
final class ClosedRule {
    private final Scope scope;
    private final Bars bars;

    ClosedRule(Scope scope, Bars bars) {
        this.scope = scope;
        this.bars = bars;
    }

    void apply(DerivativePlan.ClosedForm form, Value bar) {
        Map<Formula, Value> primal = new LinkedHashMap<>();
        form.region().formulas().forEach((value, formula) -> {
            if (!(formula instanceof Formula.Number)) {
                primal.put(formula, value);
            }
        });
        Map<Formula, Value> known = new HashMap<>();
        known.put(form.seed(), bar);
        form.adjoints().forEach((leaf, adjoint) -> {
            Formula positive = isNegated(adjoint) ? adjoint.operands().get(0) : adjoint;
            needed(positive, primal)
                    .forEach(part -> known.computeIfAbsent(part, p -> scope.read(requireNonNull(primal.get(p)))));
            Value share = new Evaluation<>(scope.builder, new Meanings(scope.builder))
                    .of(List.of(positive), known)
                    .get(0);
            known.put(positive, share);
            if (isNegated(adjoint)) {
                bars.subtract(leaf, share);
            } else {
                bars.add(leaf, share);
            }
        });
    }

    private static boolean isNegated(Formula formula) {
        return formula instanceof Formula.Apply1 apply && apply.function() == Function1.NEGATE;
    }

    /** The parts of a formula that the primal has computed, and that are not inside such a part. */
    private static List<Formula> needed(Formula formula, Map<Formula, Value> primal) {
        if (primal.containsKey(formula)) {
            return List.of(formula);
        }
        return Traversal.bottomUp(List.of(formula), primal.keySet()).stream()
                .flatMap(node -> node.operands().stream())
                .filter(primal::containsKey)
                .distinct()
                .toList();
    }

    /** Polynomials have numbers and symbols; symbols are known. */
    private record Meanings(Builder builder) implements Evaluation.Interpretation<Value> {
        @Override
        public Value number(Rational value) {
            return builder.constant(value.nearestDouble());
        }

        @Override
        public Value constant(Formula.Constant.Kind kind) {
            throw unexpected();
        }

        @Override
        public Value symbol(Formula.Symbol symbol) {
            throw unexpected();
        }

        @Override
        public Value call(Formula.Call call, List<Value> arguments) {
            throw unexpected();
        }

        @Override
        public Value compare(Formula.Relation relation, Value x, Value y) {
            throw unexpected();
        }

        @Override
        public Value logic(Formula.Connective connective, List<Value> arguments) {
            throw unexpected();
        }

        @Override
        public Value conditional(Value condition, Value then, Value otherwise) {
            throw unexpected();
        }

        private static IllegalStateException unexpected() {
            return new IllegalStateException("a closed form of a polynomial that is none");
        }
    }
}
