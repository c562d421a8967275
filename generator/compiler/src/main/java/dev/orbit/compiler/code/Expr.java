package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Literal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An expression of Java without side effects. */
public sealed interface Expr extends Argument
        permits Target,
                Expr.Number,
                Expr.Whole,
                Expr.Truth,
                Expr.Text,
                Expr.Named,
                Expr.Length,
                Expr.Negate,
                Expr.Not,
                Expr.Binary,
                Expr.Choose,
                Expr.Widen,
                Expr.Call,
                Expr.Ask {

    /** A double, written as its author did where Java reads that the same way. */
    record Number(Literal literal) implements Expr {}

    /** An int. */
    record Whole(int value) implements Expr {}

    record Truth(boolean value) implements Expr {}

    /** A string. */
    record Text(String value) implements Expr {}

    /** A constant of a library class: {@code Math.PI}; or, without a class, of the emitted class. A double. */
    record Named(Optional<Library> owner, String name) implements Expr {}

    /** An entry of an array. */
    record Entry(Array array, Expr index) implements Target {}

    /** The length of an array. */
    record Length(Array array) implements Expr {}

    record Negate(Expr x) implements Expr {}

    record Not(Expr x) implements Expr {}

    record Binary(Operator op, Expr x, Expr y) implements Expr {}

    /** {@code condition ? then : otherwise}. */
    record Choose(Expr condition, Expr then, Expr otherwise) implements Expr {}

    /** An int as a double. */
    record Widen(Expr x) implements Expr {}

    /** A static method of a library class; an array among the arguments is handed over as it is. */
    record Call(Library owner, String method, Kind kind, List<Argument> args) implements Expr {
        public Call {
            args = List.copyOf(args);
        }
    }

    /** A method of an abstract function that gives a number. */
    record Ask(String function, String method, List<Expr> args) implements Expr {
        public Ask {
            args = List.copyOf(args);
        }
    }

    /** The total fold: one case each. */
    record Cases<R>(
            Function<Variable, R> variable,
            Function<Entry, R> entry,
            Function<Number, R> number,
            Function<Whole, R> whole,
            Function<Truth, R> truth,
            Function<Text, R> text,
            Function<Named, R> named,
            Function<Length, R> length,
            Function<Negate, R> negate,
            Function<Not, R> not,
            Function<Binary, R> binary,
            Function<Choose, R> choose,
            Function<Widen, R> widen,
            Function<Call, R> call,
            Function<Ask, R> ask) {}

    default <R> R match(Cases<R> cases) {
        if (this instanceof Variable variable) {
            return cases.variable().apply(variable);
        } else if (this instanceof Entry entry) {
            return cases.entry().apply(entry);
        } else if (this instanceof Number number) {
            return cases.number().apply(number);
        } else if (this instanceof Whole whole) {
            return cases.whole().apply(whole);
        } else if (this instanceof Truth truth) {
            return cases.truth().apply(truth);
        } else if (this instanceof Text text) {
            return cases.text().apply(text);
        } else if (this instanceof Named named) {
            return cases.named().apply(named);
        } else if (this instanceof Length length) {
            return cases.length().apply(length);
        } else if (this instanceof Negate negate) {
            return cases.negate().apply(negate);
        } else if (this instanceof Not not) {
            return cases.not().apply(not);
        } else if (this instanceof Binary binary) {
            return cases.binary().apply(binary);
        } else if (this instanceof Choose choose) {
            return cases.choose().apply(choose);
        } else if (this instanceof Widen widen) {
            return cases.widen().apply(widen);
        } else if (this instanceof Call call) {
            return cases.call().apply(call);
        }
        return cases.ask().apply((Ask) this);
    }
}
