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
        if (x instanceof Expr.Binary sum && sum.y() instanceof Expr.Whole last) {
            if (sum.op() == Operator.ADD || sum.op() == Operator.SUBTRACT) {
                return plus(sum.x(), y + (sum.op() == Operator.ADD ? last.value() : -last.value()));
            }
        }
        return y > 0
                ? new Expr.Binary(Operator.ADD, x, new Expr.Whole(y))
                : new Expr.Binary(Operator.SUBTRACT, x, new Expr.Whole(-y));
    }

    static Expr plus(Expr x, Expr y) {
        if (y instanceof Expr.Whole whole) {
            return plus(x, whole.value());
        }
        // x + (t - 1) is written x + t - 1.
        if (y instanceof Expr.Binary sum && sum.y() instanceof Expr.Whole last && !isZero(x)) {
            if (sum.op() == Operator.ADD || sum.op() == Operator.SUBTRACT) {
                return plus(plus(x, sum.x()), sum.op() == Operator.ADD ? last.value() : -last.value());
            }
        }
        return isZero(x) ? y : new Expr.Binary(Operator.ADD, x, y);
    }

    private static boolean isZero(Expr x) {
        return x instanceof Expr.Whole whole && whole.value() == 0;
    }

    static Expr times(Expr x, Expr y) {
        if (x instanceof Expr.Whole whole && y instanceof Expr.Whole other) {
            return new Expr.Whole(Math.multiplyExact(whole.value(), other.value()));
        }
        if (x instanceof Expr.Whole whole && whole.value() == 0) {
            return x;
        }
        if (y instanceof Expr.Whole width) {
            return times(x, width.value());
        }
        return new Expr.Binary(Operator.MULTIPLY, x, y);
    }

    /** {@code (t + 1) * 16} as {@code t * 16 + 16}. */
    private static Expr times(Expr x, int y) {
        if (y == 0 || y == 1) {
            return y == 0 ? new Expr.Whole(0) : x;
        }
        boolean sum = x instanceof Expr.Binary binary
                && (binary.op() == Operator.ADD || binary.op() == Operator.SUBTRACT)
                && binary.y() instanceof Expr.Whole;
        if (!sum) {
            return new Expr.Binary(Operator.MULTIPLY, x, new Expr.Whole(y));
        }
        Expr.Binary binary = (Expr.Binary) x;
        int last = Math.multiplyExact(((Expr.Whole) binary.y()).value(), y);
        return plus(times(binary.x(), y), binary.op() == Operator.ADD ? last : -last);
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
