package dev.orbit.compiler.function;

import java.util.List;

/**
 * Where a function has a derivative, and what is returned as its derivative where it has none.
 *
 * @param where the set on which the function is differentiable, for people
 * @param kinks the exceptional points at which a derivative is returned all the same
 */
public record Differentiability(String where, List<Kink> kinks) {
    /**
     * A point, or a set of points, without an ordinary derivative.
     *
     * @param at the points, for people: {@code "x = 0"}
     * @param derivative what is returned there, for people: {@code "0"}
     */
    public record Kink(String at, String derivative) {}

    public Differentiability {
        kinks = List.copyOf(kinks);
    }

    static Differentiability everywhere() {
        return new Differentiability("everywhere", List.of());
    }

    static Differentiability where(String where, Kink... kinks) {
        return new Differentiability(where, List.of(kinks));
    }

    /** Whether the derivative exists wherever the function is finite. */
    public boolean smooth() {
        return kinks.isEmpty();
    }
}
