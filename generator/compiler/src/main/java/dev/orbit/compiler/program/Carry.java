package dev.orbit.compiler.program;

/**
 * What a loop carries from one iteration to the next.
 *
 * @param initial the value before the first iteration; of the carried type
 * @param kind STATE, or SUM
 * @param delay for STATE, how many iterations back the body's argument looks, at least 1. With delay 1 the argument is
 *     what the iteration before yielded; with delay k it is what was yielded k iterations ago, and {@code initial} in
 *     the first k iterations. {@code lag(e', 12, e0)} is a carry with delay 12. For SUM always 1.
 */
public record Carry(Value initial, Kind kind, int delay) {
    /** How iterations combine. */
    public enum Kind {
        /** The body takes the carried value as an argument and yields the next. */
        STATE,
        /** The body takes no argument and yields what is added: a left fold from {@code initial} in iteration order. */
        SUM
    }

    public Carry {
        if (delay < 1 || (kind == Kind.SUM && delay != 1)) {
            throw new IllegalArgumentException("a carry's delay is at least 1, and 1 for sums: " + delay);
        }
    }

    public boolean isState() {
        return kind == Kind.STATE;
    }

    /** The same carry, started elsewhere. */
    public Carry from(Value otherInitial) {
        return new Carry(otherInitial, kind, delay);
    }

    public static Carry state(Value initial) {
        return new Carry(initial, Kind.STATE, 1);
    }

    public static Carry delayed(Value initial, int delay) {
        return new Carry(initial, Kind.STATE, delay);
    }

    public static Carry sum(Value initial) {
        return new Carry(initial, Kind.SUM, 1);
    }
}
