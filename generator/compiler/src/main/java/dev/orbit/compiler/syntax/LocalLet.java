package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;

/** {@code let name = value;} in the body of an inline function. */
public record LocalLet(Name name, Expression value, Span span) {}
