package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Makes formulas, each once. Sums and products do not heed the order of their two operands: {@code b + a} is the node
 * that was first written {@code a + b}, and is shown in that order. What is asked for is simplified lightly, and only
 * where that holds for all reals: exact numbers are folded, zeros and ones vanish, signs move outward, {@code x * x} is
 * {@code x^2}. Sums and products are neither flattened nor sorted, so that a formula keeps the shape its author gave it.
 *
 * <p>Not safe for use from several threads; its formulas, once made, are immutable.
 */
public final class Formulas {
    private final Map<Key, Formula> known = new HashMap<>();
    private final List<Formula> nodes = new ArrayList<>();
    private final Simplification simplification = new Simplification(this);

    /** What makes a node the same as another: its case and its label, and its operands' ids. */
    private record Key(Class<? extends Formula> kind, Object label, List<Integer> operands) {
        // written out: every node asks, and a record's own is linked and run much more slowly
        @Override
        public int hashCode() {
            return (kind.hashCode() * 31 + label.hashCode()) * 31 + operands.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && kind == key.kind
                    && label.equals(key.label)
                    && operands.equals(key.operands);
        }
    }

    public Formula number(Rational value) {
        return intern(Formula.Number.class, value, List.of(), id -> new Formula.Number(id, value));
    }

    public Formula number(long value) {
        return number(Rational.of(value));
    }

    /** The decimal, exactly as the author wrote it. */
    public Formula decimal(BigDecimal value) {
        return number(Rational.of(value));
    }

    public Formula constant(Formula.Constant.Kind kind) {
        return intern(Formula.Constant.class, kind, List.of(), id -> new Formula.Constant(id, kind));
    }

    public Formula pi() {
        return constant(Formula.Constant.Kind.PI);
    }

    public Formula.Symbol symbol(Name name) {
        return (Formula.Symbol) intern(Formula.Symbol.class, name, List.of(), id -> new Formula.Symbol(id, name));
    }

    public Formula.Symbol symbol(String name) {
        return symbol(Name.of(name));
    }

    /** The function applied, simplified. */
    public Formula apply(Function1 function, Formula x) {
        return simplification.simplify(function, x).orElseGet(() -> asWritten(function, x));
    }

    /** The function applied, simplified. */
    public Formula apply(Function2 function, Formula x, Formula y) {
        return simplification.simplify(function, x, y).orElseGet(() -> asWritten(function, x, y));
    }

    /**
     * The value of an abstract function, or one of its partial derivatives.
     *
     * @param by numbers, from 0, of the arguments by which it is differentiated; derivatives commute, so their order is not heeded
     */
    public Formula call(String function, List<Integer> by, List<Formula> arguments) {
        List<Integer> sorted = by.stream().sorted().toList();
        return intern(
                Formula.Call.class,
                List.of(function, sorted),
                arguments,
                id -> new Formula.Call(id, function, sorted, arguments));
    }

    /** The comparison; two numbers are compared at once. */
    public Formula compare(Formula.Relation relation, Formula x, Formula y) {
        return simplification
                .simplify(relation, x, y)
                .orElseGet(() -> intern(
                        Formula.Compare.class, relation, List.of(x, y), id -> new Formula.Compare(id, relation, x, y)));
    }

    /** The connective of truths; AND of none is true, OR of none is false. */
    public Formula logic(Formula.Connective connective, List<Formula> arguments) {
        return intern(Formula.Logic.class, connective, arguments, id -> new Formula.Logic(id, connective, arguments));
    }

    public Formula truth(boolean value) {
        return logic(value ? Formula.Connective.AND : Formula.Connective.OR, List.of());
    }

    /** One or the other; a known condition chooses at once. */
    public Formula conditional(Formula condition, Formula then, Formula otherwise) {
        if (then == otherwise || condition == truth(true)) {
            return then;
        }
        if (condition == truth(false)) {
            return otherwise;
        }
        if (then == truth(true) && otherwise == truth(false)) {
            return condition;
        }
        return intern(
                Formula.Conditional.class,
                "",
                List.of(condition, then, otherwise),
                id -> new Formula.Conditional(id, condition, then, otherwise));
    }

    public Formula add(Formula x, Formula y) {
        return apply(Function2.ADD, x, y);
    }

    public Formula subtract(Formula x, Formula y) {
        return apply(Function2.SUBTRACT, x, y);
    }

    public Formula multiply(Formula x, Formula y) {
        return apply(Function2.MULTIPLY, x, y);
    }

    public Formula divide(Formula x, Formula y) {
        return apply(Function2.DIVIDE, x, y);
    }

    public Formula negate(Formula x) {
        return apply(Function1.NEGATE, x);
    }

    public Formula power(Formula x, int exponent) {
        return apply(Function2.POWER, x, number(exponent));
    }

    /**
     * The same kind of node over other operands, simplified.
     *
     * @param node of this or of another {@code Formulas}
     */
    public Formula like(Formula node, List<Formula> operands) {
        return node.match(new Formula.Cases<>(
                number -> number(number.value()),
                constant -> constant(constant.kind()),
                symbol -> symbol(symbol.name()),
                apply -> apply(apply.function(), operands.get(0)),
                apply -> apply(apply.function(), operands.get(0), operands.get(1)),
                call -> call(call.function(), call.by(), operands),
                compare -> compare(compare.relation(), operands.get(0), operands.get(1)),
                logic -> logic(logic.connective(), operands),
                choice -> conditional(operands.get(0), operands.get(1), operands.get(2))));
    }

    /** The node of these operands, if it has been made: so that a pass can prefer what exists. */
    public Optional<Formula> find(Function2 function, Formula x, Formula y) {
        return Optional.ofNullable(known.get(key(Formula.Apply2.class, function, List.of(x, y))));
    }

    /** The node of these operands, without simplification. */
    Formula asWritten(Function1 function, Formula x) {
        return intern(Formula.Apply1.class, function, List.of(x), id -> new Formula.Apply1(id, function, x));
    }

    /** The node of these operands, without simplification. */
    Formula asWritten(Function2 function, Formula x, Formula y) {
        return intern(Formula.Apply2.class, function, List.of(x, y), id -> new Formula.Apply2(id, function, x, y));
    }

    private Formula intern(
            Class<? extends Formula> kind, Object label, List<Formula> operands, IntFunction<Formula> make) {
        Key key = key(kind, label, operands);
        Formula found = known.get(key);
        if (found != null) {
            return found;
        }
        operands.forEach(this::verifyOwn);
        Formula made = make.apply(nodes.size());
        nodes.add(made);
        known.put(key, made);
        return made;
    }

    private static Key key(Class<? extends Formula> kind, Object label, List<Formula> operands) {
        boolean commutes = label instanceof Function2 function && function.commutative();
        List<Integer> ids = operands.stream().map(Formula::id).toList();
        return new Key(kind, label, commutes ? ids.stream().sorted().toList() : ids);
    }

    private void verifyOwn(Formula formula) {
        if (formula.id() >= nodes.size() || nodes.get(formula.id()) != formula) {
            throw new IllegalArgumentException("a formula of another Formulas cannot be an operand here");
        }
    }
}
