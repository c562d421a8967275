package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Literal;

/** A constant of the emitted class: one of the spec's {@code constant} declarations. */
public record Constant(String name, Literal literal) {}
