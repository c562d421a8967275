package dev.orbit.compiler.model;

import dev.orbit.compiler.source.Span;
import java.util.Optional;

/**
 * What is trained.
 *
 * @param start what it is when an {@code init} does not say: of the parameter's shape, of numbers, dims and constants
 */
public record Parameter(Symbol symbol, Optional<Interval> interval, Optional<Expr> start) {
    /**
     * The open interval in which every entry lies. The ends are scalars, or of the parameter's shape and then meant entry
     * by entry; they read numbers, dims, constants and parameters declared earlier.
     */
    public record Interval(Expr low, Expr high, Span span) {}
}
