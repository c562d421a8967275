package dev.orbit.compiler.symbolic;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Evaluation;
import dev.orbit.compiler.formula.ExactRational;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Traversal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * One point, with exact numbers. Abstract functions have random values: any values at finitely many points, and any
 * slopes there, are those of some smooth function.
 */
final class ExactTrial implements Evaluation.Interpretation<Rational> {
    private static final int LONGEST = 1 << 14;

    private final Map<Name, Rational> point;
    private final Random random;
    private final Evaluation<Rational> evaluation = new Evaluation<>(ExactRational.strict(LONGEST), this);
    private final Map<CallAt, Rational> calls = new LinkedHashMap<>();

    /** An abstract function at some numbers. */
    private record CallAt(String function, List<Integer> by, List<Rational> arguments) {
        String text() {
            String numbers = arguments.stream().map(Rational::toString).collect(Collectors.joining(", "));
            String primes = arguments.size() == 1
                    ? "'".repeat(by.size())
                    : by.stream().map(i -> "_" + (i + 1)).collect(Collectors.joining());
            return function + primes + "(" + numbers + ")";
        }
    }

    ExactTrial(Map<Name, Rational> point, Random random) {
        this.point = point;
        this.random = random;
    }

    /** Whether the formulas are made of nothing but the four operations, whole powers and abstract functions. */
    static boolean isPossible(List<Formula> formulas) {
        return Traversal.bottomUp(formulas).stream()
                .allMatch(node -> node instanceof Formula.Call || RationalForms.isRationalNode(node));
    }

    Refutation.Outcome compare(Formula left, Formula right, Assumptions assumptions) {
        try {
            for (Formula.Compare fact : assumptions.facts()) {
                if (!assume(fact)) {
                    return Refutation.Outcome.NOTHING;
                }
            }
            Rational x = evaluation.of(left);
            Rational y = evaluation.of(right);
            return x.equals(y)
                    ? Refutation.Outcome.AGREED
                    : Refutation.Outcome.differed(new Witness(point, texts(), x.toString(), y.toString()));
        } catch (ArithmeticException pole) {
            return Refutation.Outcome.NOTHING;
        }
    }

    private boolean assume(Formula.Compare fact) {
        Formula x = fact.operands().get(0);
        Formula y = fact.operands().get(1);
        if (fact.relation() == Formula.Relation.EQUAL && x instanceof Formula.Call call) {
            calls.put(at(call, evaluation.of(call.operands())), evaluation.of(y));
            return true;
        }
        return fact.relation().holds(evaluation.of(x).compareTo(evaluation.of(y)));
    }

    private List<String> texts() {
        return calls.entrySet().stream()
                .map(entry -> entry.getKey().text() + " = " + entry.getValue())
                .toList();
    }

    private static CallAt at(Formula.Call call, List<Rational> arguments) {
        return new CallAt(call.function(), call.by(), arguments);
    }

    @Override
    public Rational number(Rational value) {
        return value;
    }

    @Override
    public Rational constant(Formula.Constant.Kind kind) {
        throw new ArithmeticException(kind + " is not rational");
    }

    @Override
    public Rational symbol(Formula.Symbol symbol) {
        return requireNonNull(point.get(symbol.name()));
    }

    @Override
    public Rational call(Formula.Call call, List<Rational> arguments) {
        return calls.computeIfAbsent(at(call, arguments), key -> Refutation.small(random, 8));
    }

    @Override
    public Rational compare(Formula.Relation relation, Rational x, Rational y) {
        throw new ArithmeticException("a choice is not rational");
    }

    @Override
    public Rational logic(Formula.Connective connective, List<Rational> arguments) {
        throw new ArithmeticException("a choice is not rational");
    }

    @Override
    public Rational conditional(Rational condition, Rational then, Rational otherwise) {
        throw new ArithmeticException("a choice is not rational");
    }
}
