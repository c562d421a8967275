package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.List;
import java.util.function.Function;

/**
 * A closed form: a node of a directed acyclic graph. Only {@link Formulas} makes nodes, and it makes equal nodes once:
 * two formulas of the same {@code Formulas} are equal exactly when they are the same object. A node's id is above the
 * ids of its operands, so that ids in rising order are an order of evaluation; passes use that instead of recursion.
 *
 * <p>All formulas are scalar (or a truth) for now. Shaped ones are to come as further cases of this fold: a matrix
 * product, a transpose, a sum over steps, each with its shape; nothing here supposes that products commute but the cases
 * {@link Apply2} of scalars.
 */
public sealed interface Formula {
    /** Unique within its {@code Formulas}, above the ids of the operands. */
    int id();

    /** The nodes directly below, in order. */
    List<Formula> operands();

    /** The total fold: the function of this node's case, applied to it. */
    <R> R match(Cases<R> cases);

    /** One case for each kind of node. */
    record Cases<R>(
            Function<Number, R> number,
            Function<Constant, R> constant,
            Function<Symbol, R> symbol,
            Function<Apply1, R> apply1,
            Function<Apply2, R> apply2,
            Function<Call, R> call,
            Function<Compare, R> compare,
            Function<Logic, R> logic,
            Function<Conditional, R> conditional) {}

    /** What all kinds of node share. */
    abstract sealed class Node implements Formula {
        private static final int LONGEST_TEXT = 400;

        private final int id;
        private final List<Formula> operands;

        Node(int id, List<Formula> operands) {
            this.id = id;
            this.operands = List.copyOf(operands);
        }

        @Override
        public final int id() {
            return id;
        }

        @Override
        public final List<Formula> operands() {
            return operands;
        }

        final Formula operand(int index) {
            return operands.get(index);
        }

        /** The formula in the language's notation; a long one is only described. */
        @Override
        public final String toString() {
            long size = Printer.writtenSize(this);
            return size > LONGEST_TEXT
                    ? "formula of " + size + " parts"
                    : Printer.text().render(this);
        }
    }

    /** An exact number. */
    final class Number extends Node {
        private final Rational value;

        Number(int id, Rational value) {
            super(id, List.of());
            this.value = value;
        }

        public Rational value() {
            return value;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number().apply(this);
        }
    }

    /** A number that is not rational, or no real number. */
    final class Constant extends Node {
        private final Kind kind;

        /** The constants. */
        public enum Kind {
            PI,
            INFINITY,
            UNDEFINED
        }

        Constant(int id, Kind kind) {
            super(id, List.of());
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.constant().apply(this);
        }
    }

    /** An opaque value with a name to show; two symbols are the same when their names are. */
    final class Symbol extends Node {
        private final Name name;

        Symbol(int id, Name name) {
            super(id, List.of());
            this.name = name;
        }

        public Name name() {
            return name;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.symbol().apply(this);
        }
    }

    /** A function of the language applied to one operand. */
    final class Apply1 extends Node {
        private final Function1 function;

        Apply1(int id, Function1 function, Formula x) {
            super(id, List.of(x));
            this.function = function;
        }

        public Function1 function() {
            return function;
        }

        public Formula x() {
            return operand(0);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.apply1().apply(this);
        }
    }

    /** A function or operator of the language applied to two operands, in the order first written. */
    final class Apply2 extends Node {
        private final Function2 function;

        Apply2(int id, Function2 function, Formula x, Formula y) {
            super(id, List.of(x, y));
            this.function = function;
        }

        public Function2 function() {
            return function;
        }

        public Formula x() {
            return operand(0);
        }

        public Formula y() {
            return operand(1);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.apply2().apply(this);
        }
    }

    /** An abstract function, or one of its partial derivatives, applied to its arguments. */
    final class Call extends Node {
        private final String function;
        private final List<Integer> by;

        Call(int id, String function, List<Integer> by, List<Formula> arguments) {
            super(id, arguments);
            this.function = function;
            this.by = List.copyOf(by);
        }

        /** Its name in the spec. */
        public String function() {
            return function;
        }

        /** Numbers, from 0 and rising, of the arguments by which it is differentiated, one for each time; empty for the value. */
        public List<Integer> by() {
            return by;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.call().apply(this);
        }
    }

    /** A comparison of two reals: a truth. */
    final class Compare extends Node {
        private final Relation relation;

        Compare(int id, Relation relation, Formula x, Formula y) {
            super(id, List.of(x, y));
            this.relation = relation;
        }

        public Relation relation() {
            return relation;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.compare().apply(this);
        }
    }

    /** A connective of truths: AND and OR of any number, NOT of one. */
    final class Logic extends Node {
        private final Connective connective;

        Logic(int id, Connective connective, List<Formula> arguments) {
            super(id, arguments);
            this.connective = connective;
        }

        public Connective connective() {
            return connective;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.logic().apply(this);
        }
    }

    /** One value or the other. */
    final class Conditional extends Node {
        Conditional(int id, Formula condition, Formula then, Formula otherwise) {
            super(id, List.of(condition, then, otherwise));
        }

        public Formula condition() {
            return operand(0);
        }

        public Formula then() {
            return operand(1);
        }

        public Formula otherwise() {
            return operand(2);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.conditional().apply(this);
        }
    }

    /** Comparisons of reals. */
    enum Relation {
        LESS,
        LESS_EQUAL,
        GREATER,
        GREATER_EQUAL,
        EQUAL,
        NOT_EQUAL;

        /** Whether it holds of two numbers of which {@code compareTo} says this. */
        public boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case LESS_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_EQUAL -> comparison >= 0;
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
            };
        }
    }

    /** Connectives of truths. */
    enum Connective {
        AND,
        OR,
        NOT
    }
}
