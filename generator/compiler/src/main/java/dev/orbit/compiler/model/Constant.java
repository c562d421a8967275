package dev.orbit.compiler.model;

/** A named number; {@code value} is a scalar of numbers, dims and earlier constants. */
public record Constant(Symbol symbol, Expr value) {}
