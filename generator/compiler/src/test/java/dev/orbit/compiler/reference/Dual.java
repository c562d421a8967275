package dev.orbit.compiler.reference;

/**
 * A number and its derivative by some variable.
 *
 * @param <V> doubles, double-double numbers, or dual numbers for a second derivative
 */
public record Dual<V>(V value, V derivative) {}
