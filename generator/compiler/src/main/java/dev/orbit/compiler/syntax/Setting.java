package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;

/** {@code name = value;} in an {@code init} or after {@code at}. */
public record Setting(Name name, Expression value, Span span) {}
