package dev.orbit.compiler.code;

/** What a method can be called with: the value of an expression, or an array. */
public sealed interface Argument permits Expr, Array {}
