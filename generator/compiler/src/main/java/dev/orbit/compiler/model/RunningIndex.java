package dev.orbit.compiler.model;

/** The {@code i in 1..k} of a comprehension: {@code symbol} runs from {@code first} to {@code last}, both included; empty if last = first - 1. */
public record RunningIndex(Symbol symbol, int first, int last) {
    /** How many values it takes. */
    public int count() {
        return last - first + 1;
    }
}
