package dev.orbit.compiler.model;

/** A name for a value: of role LET (once per example), LOCAL (in a function). */
public record Let(Symbol symbol, Expr value) {}
