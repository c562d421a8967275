package dev.orbit.runtime;

/**
 * The smooth, increasing map from the whole line onto an open interval, which may have infinite bounds:
 *
 * <pre>
 * (lower, upper)   x = lower + (upper - lower) / (1 + exp(-z))
 * (lower, inf)     x = lower + exp(z)
 * (-inf, upper)    x = upper - exp(-z)
 * (-inf, inf)      x = z
 * </pre>
 *
 * <p>Emitted code composes these for bounds that depend on earlier parameters; hence the slopes in the bounds. The maps are
 * those of Stan (Stan Reference Manual, "Constraint Transforms").
 */
public final class Transforms {
    private Transforms() {}

    /**
     * The map.
     *
     * @param z any finite number
     * @return strictly inside the interval, even where rounding or overflow would leave it
     */
    public static double constrain(double z, double lower, double upper) {
        throw new UnsupportedOperationException("in the next step");
    }

    /** The inverse: the {@code z} that is mapped to {@code x}. */
    public static double unconstrain(double x, double lower, double upper) {
        throw new UnsupportedOperationException("in the next step");
    }

    /** The derivative of {@link #constrain} by {@code z}. */
    public static double slope(double z, double lower, double upper) {
        throw new UnsupportedOperationException("in the next step");
    }

    /** The derivative of {@link #constrain} by {@code lower}; 0 where that is infinite. */
    public static double slopeInLower(double z, double lower, double upper) {
        throw new UnsupportedOperationException("in the next step");
    }

    /** The derivative of {@link #constrain} by {@code upper}; 0 where that is infinite. */
    public static double slopeInUpper(double z, double lower, double upper) {
        throw new UnsupportedOperationException("in the next step");
    }
}
