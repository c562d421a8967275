package dev.orbit.compiler.model;

/** A prediction: a symbol of role OUTPUT and its value, which needs no target. */
public record Output(Symbol symbol, Expr value) {}
