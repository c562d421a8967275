package dev.orbit.compiler.symbolic;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Evaluation;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One point, with bounds of every number. An abstract function has one value for all arguments that may be equal, and
 * none where that cannot be told. Truths are 0, 1, or unknown.
 */
final class BoundedTrial implements Evaluation.Interpretation<Enclosure> {
    private static final Enclosure FALSE = new Enclosure(0, 0);
    private static final Enclosure TRUE = new Enclosure(1, 1);

    private final Map<Name, Rational> point;
    private final Random random;
    private final Evaluation<Enclosure> evaluation = new Evaluation<>(new Enclosure.Bounds(), this);
    private final List<CallAt> calls = new ArrayList<>();

    /** An abstract function at some arguments, and its value. */
    private record CallAt(String function, List<Integer> by, List<Enclosure> arguments, Enclosure value) {
        String text() {
            return function + "'".repeat(by.size())
                    + arguments.stream().map(Enclosure::middle).toList() + " = " + value.middle();
        }
    }

    BoundedTrial(Map<Name, Rational> point, Random random) {
        this.point = point;
        this.random = random;
    }

    Refutation.Outcome compare(Formula left, Formula right, Assumptions assumptions) {
        for (Formula.Compare fact : assumptions.facts()) {
            if (!assume(fact)) {
                return Refutation.Outcome.NOTHING;
            }
        }
        List<Enclosure> values = evaluation.of(List.of(left, right));
        Enclosure x = values.get(0);
        Enclosure y = values.get(1);
        if (x.isApartFrom(y) || isUndefinedBeside(left, x, y) || isUndefinedBeside(right, y, x)) {
            return Refutation.Outcome.differed(
                    new Witness(point, calls.stream().map(CallAt::text).toList(), text(x), text(y)));
        }
        return x.isKnown() && y.isKnown() ? Refutation.Outcome.AGREED : Refutation.Outcome.NOTHING;
    }

    /** Whether one formula has no value, beyond all doubt of rounding, where the other has one. */
    private boolean isUndefinedBeside(Formula formula, Enclosure value, Enclosure other) {
        return !value.isKnown() && other.isKnown() && new Domain(evaluation).isLeftBy(formula);
    }

    private static String text(Enclosure value) {
        return value.isKnown() ? Double.toString(value.middle()) : "undefined";
    }

    private boolean assume(Formula.Compare fact) {
        Formula x = fact.operands().get(0);
        Formula y = fact.operands().get(1);
        if (fact.relation() == Formula.Relation.EQUAL && x instanceof Formula.Call call) {
            calls.add(new CallAt(call.function(), call.by(), evaluation.of(call.operands()), evaluation.of(y)));
            return true;
        }
        return compare(fact.relation(), evaluation.of(x), evaluation.of(y)).equals(TRUE);
    }

    @Override
    public Enclosure number(Rational value) {
        return Enclosure.of(value);
    }

    @Override
    public Enclosure constant(Formula.Constant.Kind kind) {
        return kind == Formula.Constant.Kind.PI ? new Enclosure.Bounds().pi() : Enclosure.unknown();
    }

    @Override
    public Enclosure symbol(Formula.Symbol symbol) {
        return Enclosure.of(requireNonNull(point.get(symbol.name())));
    }

    @Override
    public Enclosure call(Formula.Call call, List<Enclosure> arguments) {
        if (!arguments.stream().allMatch(Enclosure::isKnown)) {
            return Enclosure.unknown();
        }
        for (CallAt earlier : calls) {
            boolean sameFunction =
                    earlier.function().equals(call.function()) && earlier.by().equals(call.by());
            if (sameFunction && mayEqual(earlier.arguments(), arguments)) {
                return earlier.value();
            }
        }
        Enclosure value = Enclosure.of(Refutation.small(random, 8));
        calls.add(new CallAt(call.function(), call.by(), arguments, value));
        return value;
    }

    /** Unless clearly apart: arguments that differ by less than rounding explains are taken for equal. */
    private static boolean mayEqual(List<Enclosure> xs, List<Enclosure> ys) {
        for (int i = 0; i < xs.size(); i++) {
            if (xs.get(i).isApartFrom(ys.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Enclosure compare(Formula.Relation relation, Enclosure x, Enclosure y) {
        boolean exact = x.low() == x.high() && y.low() == y.high();
        if (!x.isKnown() || !y.isKnown() || (!exact && x.mayEqual(y))) {
            return Enclosure.unknown();
        }
        return relation.holds(Double.compare(x.middle(), y.middle())) ? TRUE : FALSE;
    }

    @Override
    public Enclosure logic(Formula.Connective connective, List<Enclosure> arguments) {
        if (!arguments.stream().allMatch(Enclosure::isKnown)) {
            return Enclosure.unknown();
        }
        boolean truth = switch (connective) {
            case AND -> arguments.stream().allMatch(TRUE::equals);
            case OR -> arguments.stream().anyMatch(TRUE::equals);
            case NOT -> arguments.get(0).equals(FALSE);
        };
        return truth ? TRUE : FALSE;
    }

    @Override
    public Enclosure conditional(Enclosure condition, Enclosure then, Enclosure otherwise) {
        return !condition.isKnown() ? Enclosure.unknown() : condition.equals(TRUE) ? then : otherwise;
    }
}
