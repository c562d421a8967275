package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Value;
import java.util.function.Function;

/** Arithmetic of ints: row numbers and counts, with sums folded. */
final class Wholes {
    private Wholes() {}

    static Expr plus(Expr x, int y) {
        if (y == 0) {
            return x;
        }
        if (x instanceof Expr.Whole whole) {
            return new Expr.Whole(whole.value() + y);
        }
        return y > 0
                ? new Expr.Binary(Operator.ADD, x, new Expr.Whole(y))
                : new Expr.Binary(Operator.SUBTRACT, x, new Expr.Whole(-y));
    }

    static Expr plus(Expr x, Expr y) {
        if (y instanceof Expr.Whole whole) {
            return plus(x, whole.value());
        }
        return x instanceof Expr.Whole whole && whole.value() == 0 ? y : new Expr.Binary(Operator.ADD, x, y);
    }

    static Expr times(Expr x, Expr y) {
        if (x instanceof Expr.Whole whole && y instanceof Expr.Whole other) {
            return new Expr.Whole(Math.multiplyExact(whole.value(), other.value()));
        }
        if (x instanceof Expr.Whole whole && whole.value() == 0) {
            return x;
        }
        return y instanceof Expr.Whole whole && whole.value() == 1 ? x : new Expr.Binary(Operator.MULTIPLY, x, y);
    }

    /** How often a loop runs; may be negative where it does not run at all. */
    static Expr loose(Count count, Expr dimension, Function<Value, Expr> read) {
        return count.match(new Count.Cases<>(
                fixed -> new Expr.Whole(fixed.number()),
                open -> dimension,
                less -> plus(loose(less.of(), dimension, read), -less.by()),
                given -> read.apply(given.index()),
                quotient -> new Expr.Binary(
                        Operator.DIVIDE, exact(quotient.of(), dimension, read), new Expr.Whole(quotient.by())),
                rest -> call("min", new Expr.Whole(rest.by()), left(rest, dimension, read))));
    }

    private static Expr left(Count.Rest rest, Expr dimension, Function<Value, Expr> read) {
        Expr done = times(read.apply(rest.segment()), new Expr.Whole(rest.by()));
        return new Expr.Binary(Operator.SUBTRACT, exact(rest.of(), dimension, read), done);
    }

    /** How often a loop runs, at least 0. */
    static Expr exact(Count count, Expr dimension, Function<Value, Expr> read) {
        Expr loose = loose(count, dimension, read);
        boolean mayBeNegative = count instanceof Count.Less || count instanceof Count.Given;
        if (!mayBeNegative) {
            return loose;
        }
        return loose instanceof Expr.Whole whole
                ? new Expr.Whole(Math.max(0, whole.value()))
                : call("max", loose, new Expr.Whole(0));
    }

    private static Expr call(String method, Expr x, Expr y) {
        return new Expr.Call(Library.MATH, method, Kind.WHOLE, java.util.List.of(x, y));
    }
}
