package dev.orbit.runtime;

/**
 * The open interval that a parameter lies in.
 *
 * @param lower largest constant known to lie below the interval; minus infinity where there is none
 * @param upper smallest constant known to lie above the interval; infinity where there is none
 * @param text the interval as the spec has it, such as {@code (0, 1 - alpha)}
 * @param constant whether the bounds are exactly {@code lower} and {@code upper}; if not, they depend on earlier parameters
 */
public record Interval(double lower, double upper, String text, boolean constant) {
    /** Every finite number. */
    public static final Interval WHOLE_LINE =
            new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "(-inf, inf)", true);

    /** @throws IllegalArgumentException if no number lies between the bounds */
    public Interval {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("the interval " + text + " is empty");
        }
    }

    /** An interval with constant bounds, which may be infinite. */
    public static Interval between(double lower, double upper, String text) {
        return new Interval(lower, upper, text, true);
    }

    /** An interval whose bounds depend on earlier parameters. */
    public static Interval dependent(String text) {
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, text, false);
    }

    /** Whether this interval leaves something out. */
    public boolean bounded() {
        return !constant || lower > Double.NEGATIVE_INFINITY || upper < Double.POSITIVE_INFINITY;
    }
}
