package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Arithmetic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates formulas in any arithmetic. Each node is evaluated once, but for the exponent of a small whole power: that is
 * computed by multiplications.
 *
 * @param <V> the numbers
 */
public final class Evaluation<V> {
    private final Arithmetic<V> arithmetic;
    private final Interpretation<V> interpretation;

    /** What an arithmetic does not say: the meaning of what is opaque, exact or a choice. */
    public interface Interpretation<V> {
        V number(Rational value);

        V constant(Formula.Constant.Kind kind);

        V symbol(Formula.Symbol symbol);

        V call(Formula.Call call, List<V> arguments);

        /** A comparison, as a truth in {@code V}. */
        V compare(Formula.Relation relation, V x, V y);

        V logic(Formula.Connective connective, List<V> arguments);

        /** Both branches have been evaluated. */
        V conditional(V condition, V then, V otherwise);
    }

    public Evaluation(Arithmetic<V> arithmetic, Interpretation<V> interpretation) {
        this.arithmetic = arithmetic;
        this.interpretation = interpretation;
    }

    /** The value of each root, in order. */
    public List<V> of(List<? extends Formula> roots) {
        return of(roots, Map.of());
    }

    /**
     * The value of each root, in order.
     *
     * @param known values of inner formulas: they are taken, not computed again
     */
    public List<V> of(List<? extends Formula> roots, Map<? extends Formula, V> known) {
        Map<Formula, V> values = new HashMap<>(known);
        for (Formula node : Traversal.bottomUp(roots, known.keySet())) {
            values.put(node, value(node, values));
        }
        return roots.stream().map(root -> values.get(root)).toList();
    }

    /** The value of one formula. */
    public V of(Formula root) {
        return of(List.of(root)).get(0);
    }

    private V value(Formula node, Map<Formula, V> values) {
        List<V> operands = node.operands().stream().map(values::get).toList();
        return node.match(new Formula.Cases<>(
                number -> interpretation.number(number.value()),
                constant -> interpretation.constant(constant.kind()),
                interpretation::symbol,
                apply -> arithmetic.apply(apply.function(), operands.get(0)),
                apply -> apply2(apply, operands.get(0), operands.get(1)),
                call -> interpretation.call(call, operands),
                compare -> interpretation.compare(compare.relation(), operands.get(0), operands.get(1)),
                logic -> interpretation.logic(logic.connective(), operands),
                choice -> interpretation.conditional(operands.get(0), operands.get(1), operands.get(2))));
    }

    private V apply2(Formula.Apply2 apply, V x, V y) {
        return Parts.smallPower(apply)
                .map(power -> power(x, power.exponent()))
                .orElseGet(() -> arithmetic.apply(apply.function(), x, y));
    }

    /** Squares and multiplies, from the exponent's leading bit down. */
    private V power(V x, int exponent) {
        V result = x;
        for (int bit = Integer.highestOneBit(exponent) >> 1; bit > 0; bit >>= 1) {
            result = arithmetic.square(result);
            result = (exponent & bit) == 0 ? result : arithmetic.multiply(result, x);
        }
        return result;
    }
}
