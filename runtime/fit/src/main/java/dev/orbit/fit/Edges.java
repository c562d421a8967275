package dev.orbit.fit;

import dev.orbit.runtime.Interval;
import dev.orbit.runtime.ParameterLayout;
import java.util.Optional;

/**
 * Finds where a fit in free coordinates came to rest near the end of an interval only because the smooth map is flat there:
 * the loss would still fall towards the inside.
 */
final class Edges {
    /** A free coordinate from here on is at an end: 1/1000 of an interval with two ends is left. */
    private static final double EDGE = 7;
    /** Back from an end, if the fit began at one. */
    private static final double INSIDE = 3;

    private final ParameterLayout layout;
    private final double[] begin;

    /** @param begin the free vector where the fit began */
    Edges(ParameterLayout layout, double[] begin) {
        this.layout = layout;
        this.begin = begin;
    }

    /**
     * The point with the parameters in question moved inside.
     *
     * @param gradient by the free vector; the map is increasing, so its signs are those of the gradient by the parameters as
     *     far as their own intervals are concerned
     * @return empty if there are none
     */
    Optional<double[]> leave(double[] free, double[] gradient) {
        double[] moved = free.clone();
        boolean any = false;
        for (int i = 0; i < free.length; i++) {
            Interval interval = layout.parameterAt(i).interval();
            boolean below = !interval.constant() || interval.lower() > Double.NEGATIVE_INFINITY;
            boolean above = !interval.constant() || interval.upper() < Double.POSITIVE_INFINITY;
            boolean leaves = below && free[i] < -EDGE && gradient[i] < 0 || above && free[i] > EDGE && gradient[i] > 0;
            if (leaves) {
                moved[i] = Math.abs(begin[i]) < EDGE ? begin[i] : Math.copySign(INSIDE, free[i]);
                any = true;
            }
        }
        return any ? Optional.of(moved) : Optional.empty();
    }
}
