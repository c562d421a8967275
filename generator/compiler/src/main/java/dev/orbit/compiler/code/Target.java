package dev.orbit.compiler.code;

/** What can be assigned to. */
public sealed interface Target extends Expr permits Variable, Expr.Entry {}
