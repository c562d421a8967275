package dev.orbit.compiler.check;

import java.util.function.Supplier;

/**
 * Counts how deep expressions nest with the bodies of called functions put in. Every later room walks that deep, so there
 * is a limit; one expression as written stays far below it.
 */
final class Depth {
    static final int LIMIT = 300;

    private int now;
    private int deepest;

    /** Whether {@code levels} more would still be within the limit. */
    boolean allows(int levels) {
        return now + levels <= LIMIT;
    }

    /** Runs one level deeper. */
    <R> R below(Supplier<R> inner) {
        reach(1);
        now++;
        try {
            return inner.get();
        } finally {
            now--;
        }
    }

    /** Takes note of something {@code levels} high that is put in here. */
    void reach(int levels) {
        deepest = Math.max(deepest, now + levels);
    }

    /** Runs, and tells how many levels it went down. */
    <R> Measured<R> measure(Supplier<R> inner) {
        int before = deepest;
        deepest = now;
        R result = inner.get();
        int height = deepest - now;
        deepest = Math.max(before, deepest);
        return new Measured<>(result, height);
    }

    /** A result and the levels it took. */
    record Measured<R>(R result, int height) {}
}
