package dev.orbit.compiler.model;

import java.util.OptionalInt;

/** A dim; {@code value} is empty for the open one: the number of rows of per-step data, known when the class is used. */
public record Dim(Symbol symbol, OptionalInt value) {}
