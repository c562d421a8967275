package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Evaluation;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A random point of the prime field: a value for each symbol, and one for each opaque function at each argument. At
 * such a point formulas agree that are the same rational function of symbols and function values; in practice no others
 * do.
 */
final class FieldPoint implements Evaluation.Interpretation<Long> {
    private final PrimeField field;
    private final Evaluation<Long> evaluation;
    private final Map<CallAt, Long> assumed = new HashMap<>();

    /** An abstract function at some arguments. */
    private record CallAt(String function, List<Integer> by, List<Long> arguments) {}

    /**
     * A point that satisfies the equations.
     *
     * @param equations calls, and what they are equal to
     * @throws ArithmeticException when an equation has a pole here: another point must be taken
     */
    FieldPoint(long salt, Map<Formula.Call, Formula> equations) {
        field = new PrimeField(salt);
        evaluation = new Evaluation<>(field, this);
        equations.forEach((call, value) -> assumed.put(
                new CallAt(call.function(), call.by(), evaluation.of(call.operands())), evaluation.of(value)));
    }

    /** The formulas' values here, in order; {@link ArithmeticException} at a pole. */
    List<Long> values(List<? extends Formula> formulas) {
        return evaluation.of(formulas);
    }

    @Override
    public Long number(Rational value) {
        return field.of(value);
    }

    @Override
    public Long constant(Formula.Constant.Kind kind) {
        return kind == Formula.Constant.Kind.PI ? field.pi() : field.opaque(kind.toString(), List.of());
    }

    @Override
    public Long symbol(Formula.Symbol symbol) {
        return field.opaque("symbol " + symbol.name(), List.of());
    }

    @Override
    public Long call(Formula.Call call, List<Long> arguments) {
        Long known = assumed.get(new CallAt(call.function(), call.by(), arguments));
        return known != null ? known : field.opaque("call " + call.function() + call.by(), arguments);
    }

    @Override
    public Long compare(Formula.Relation relation, Long x, Long y) {
        return field.opaque(relation.toString(), List.of(x, y));
    }

    @Override
    public Long logic(Formula.Connective connective, List<Long> arguments) {
        return field.opaque(connective.toString(), arguments);
    }

    @Override
    public Long conditional(Long condition, Long then, Long otherwise) {
        return field.opaque("if", List.of(condition, then, otherwise));
    }
}
