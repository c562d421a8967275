package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Datum.IndexRange;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.RunningIndex;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import java.util.Map;
import java.util.Optional;

/** What an index can be: bounds of running indices, and index data. */
final class Indices {
    private Indices() {}

    /** The least and the greatest value. */
    record Bounds(long least, long greatest) {}

    /** Index data read as an index; {@code expr} is empty when something about it is wrong, which has been reported. */
    record Datum(Optional<Expr> expr, IndexRange range, Optional<Span> declared) {}

    /** The values that a number takes while the running indices run; empty if one of them has none. */
    static Optional<Bounds> bounds(Affine number, Frame frame) {
        long least = number.constant();
        long greatest = number.constant();
        for (Map.Entry<Symbol, Integer> term : number.coefficients().entrySet()) {
            RunningIndex index = frame.run().range(term.getKey());
            if (index.count() == 0) {
                return Optional.empty();
            }
            long atFirst = (long) term.getValue() * index.first();
            long atLast = (long) term.getValue() * index.last();
            least += Math.min(atFirst, atLast);
            greatest += Math.max(atFirst, atLast);
        }
        return Optional.of(new Bounds(least, greatest));
    }

    /** How many numbers there are from first to last; it must be the same for all values of running indices. */
    static Optional<Integer> length(Affine first, Affine last, Span span, Frame frame) {
        try {
            Optional<Integer> length = WholeNumbers.constant(last.minus(first).plus(Affine.of(1)), frame);
            if (length.isPresent() && length.get() < 0) {
                frame.report()
                        .add(new IndexProblem.Reversed(
                                span, frame.report().words(span), first.constant(), last.constant()));
                return Optional.empty();
            }
            return length;
        } catch (ArithmeticException overflow) {
            frame.report().add(new IndexProblem.Overflow(span, frame.report().words(span)));
            return Optional.empty();
        }
    }

    /** Index data: a name, or an entry of a vector of indices. */
    static Optional<Datum> datum(Expression expression, Frame frame) {
        Expression whole = expression instanceof Expression.Index index ? index.of() : expression;
        if (!(whole instanceof Expression.Reference reference)) {
            return Optional.empty();
        }
        return frame.scope()
                .find(reference.name().text())
                .filter(Meaning::isIndex)
                .map(meaning -> datum(expression, meaning, frame));
    }

    private static Datum datum(Expression expression, Meaning meaning, Frame frame) {
        Typed typed = Expressions.check(expression, frame);
        Optional<Span> declared = frame.declared(meaning.symbol());
        if (typed.isKnown() && !typed.isScalar()) {
            frame.report().add(new ShapeProblem.NotScalar("an index", frame.operand(typed, expression.span())));
            typed = Typed.UNKNOWN;
        }
        return new Datum(typed.expr(), meaning.datum().flatMap(d -> d.range()).orElseThrow(), declared);
    }
}
