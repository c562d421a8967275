package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;

/** The open interval {@code (low, high)} of a parameter. */
public record Interval(Expression low, Expression high, Span span) {}
