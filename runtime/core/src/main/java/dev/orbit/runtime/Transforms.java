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
 * those of Stan (Stan Reference Manual, "Constraint Transforms"). {@link StrictMath} makes a fit the same on every machine.
 */
public final class Transforms {
    private Transforms() {}

    /**
     * The map. The distance to the nearer bound is as accurate as the bound allows; so is {@code x} near the middle.
     *
     * @param z any finite number
     * @return strictly inside the interval, even where rounding or overflow would leave it
     * @throws IllegalArgumentException if no double lies inside the interval, or a bound is NaN
     */
    public static double constrain(double z, double lower, double upper) {
        double least = Math.nextUp(lower);
        double greatest = Math.nextDown(upper);
        if (!(least <= greatest)) {
            throw new IllegalArgumentException("no number lies inside (" + lower + ", " + upper + ")");
        }
        double x;
        if (finite(lower) && finite(upper)) {
            x = between(z, lower, upper);
        } else if (finite(lower)) {
            x = lower + StrictMath.exp(z);
        } else if (finite(upper)) {
            x = upper - StrictMath.exp(-z);
        } else {
            return z;
        }
        return x < least ? least : x > greatest ? greatest : x;
    }

    private static double between(double z, double lower, double upper) {
        double half = upper / 2 - lower / 2;
        if (Math.abs(z) < 1) {
            return (upper / 2 + lower / 2) + half * StrictMath.tanh(z / 2);
        }
        double e = StrictMath.exp(-Math.abs(z));
        double distance = 2 * (half * (e / (1 + e)));
        return z < 0 ? lower + distance : z > 0 ? upper - distance : Double.NaN;
    }

    /**
     * The inverse: the {@code z} that is mapped to {@code x}.
     *
     * @param x inside the interval; at a bound the result is infinite, beyond it NaN
     */
    public static double unconstrain(double x, double lower, double upper) {
        if (finite(lower) && finite(upper)) {
            return logRatio(x, lower, upper);
        }
        if (finite(lower)) {
            return logDistance(x, lower);
        }
        return finite(upper) ? -logDistance(upper, x) : x;
    }

    /** {@code log((x - lower) / (upper - x))}. */
    private static double logRatio(double x, double lower, double upper) {
        double unit = finite(upper - lower) ? 1 : 0.5; // lest a difference overflows
        double above = unit * x - unit * lower;
        double below = unit * upper - unit * x;
        if (above > below / 2 && above < below * 2) {
            // near the middle the ratio is near 1, where only log1p keeps its digits
            double middle = upper / 2 + lower / 2;
            return StrictMath.log1p(2 * (unit * x - unit * middle) / below);
        }
        double ratio = above / below;
        boolean exact = ratio > Double.MIN_NORMAL && ratio < Double.POSITIVE_INFINITY;
        return exact ? StrictMath.log(ratio) : StrictMath.log(above) - StrictMath.log(below);
    }

    /** {@code log(a - b)}, also where the difference overflows. */
    private static double logDistance(double a, double b) {
        double distance = a - b;
        return finite(distance) ? StrictMath.log(distance) : StrictMath.log(a / 2 - b / 2) + StrictMath.log(2);
    }

    /** The derivative of {@link #constrain} by {@code z}, of the map without rounding. */
    public static double slope(double z, double lower, double upper) {
        if (finite(lower) && finite(upper)) {
            double e = StrictMath.exp(-Math.abs(z));
            return 2 * ((upper / 2 - lower / 2) * (e / (1 + e)) / (1 + e));
        }
        if (finite(lower)) {
            return StrictMath.exp(z);
        }
        return finite(upper) ? StrictMath.exp(-z) : 1;
    }

    /** The derivative of {@link #constrain} by {@code lower}; 0 where that is infinite. */
    public static double slopeInLower(double z, double lower, double upper) {
        if (!finite(lower)) {
            return 0;
        }
        return finite(upper) ? sigmoid(-z) : 1;
    }

    /** The derivative of {@link #constrain} by {@code upper}; 0 where that is infinite. */
    public static double slopeInUpper(double z, double lower, double upper) {
        if (!finite(upper)) {
            return 0;
        }
        return finite(lower) ? sigmoid(z) : 1;
    }

    private static double sigmoid(double z) {
        double e = StrictMath.exp(-Math.abs(z));
        return z < 0 ? e / (1 + e) : 1 / (1 + e);
    }

    private static boolean finite(double bound) {
        return Math.abs(bound) <= Double.MAX_VALUE;
    }
}
