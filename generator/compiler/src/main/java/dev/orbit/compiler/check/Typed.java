package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An expression with its shape, or nothing known because an error was reported: what is made of nothing is nothing, and
 * nobody complains about it again.
 *
 * @param rows the row blocks, empty when no block literal told them
 * @param number its value, for a scalar of numbers, dims and constants
 */
record Typed(Optional<Expr> expr, List<RowBlock> rows, OptionalDouble number) {
    static final Typed UNKNOWN = new Typed(Optional.empty(), List.of(), OptionalDouble.empty());

    static Typed of(Expr expr) {
        return new Typed(Optional.of(expr), List.of(), OptionalDouble.empty());
    }

    static Typed number(Expr expr, double value) {
        return new Typed(Optional.of(expr), List.of(), OptionalDouble.of(value));
    }

    /** Of known shape but no use otherwise: part of it was wrong, so no model will be made. */
    static Typed shaped(Shape shape, Span span) {
        return of(new Expr.Fill(new Expr.Number(Double.NaN, "", span), shape));
    }

    Typed withRows(List<RowBlock> blocks) {
        return new Typed(expr, blocks, number);
    }

    Typed withNumber(OptionalDouble value) {
        return new Typed(expr, rows, value);
    }

    boolean isKnown() {
        return expr.isPresent();
    }

    /** The shape; only of what is known. */
    Shape shape() {
        return expr.orElseThrow().shape();
    }

    boolean isScalar() {
        return isKnown() && shape().isScalar();
    }

    Span span() {
        return expr.orElseThrow().span();
    }
}
