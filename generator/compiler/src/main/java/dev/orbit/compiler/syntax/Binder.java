package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;

/** {@code i in 1..k}: a name for a number that runs through a range, in comprehensions and sums. */
public record Binder(Name name, Range range, Span span) {}
