package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;

/** {@code first..last}, both included. */
public record Range(Expression first, Expression last, Span span) {}
