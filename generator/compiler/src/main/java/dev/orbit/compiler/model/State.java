package dev.orbit.compiler.model;

/** A state; {@code start} has its shape and reads data of the example, parameters, constants, dims and lets. */
public record State(Symbol symbol, Expr start) {}
