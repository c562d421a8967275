package dev.orbit.runtime;

/**
 * How much a function's values scatter where it should be smooth.
 *
 * <p>High differences of values at tiny equal steps: what is smooth vanishes in them, what scatters remains (Moré and Wild,
 * "Estimating computational noise", 2011).
 */
final class Noise {
    private static final int POINTS = 9;
    private static final int LOWEST_ORDER = 4;
    private static final int HIGHEST_ORDER = 6;
    /** Of standard deviations in what counts as the greatest error. */
    private static final double DEVIATIONS = 4;

    private static final double NARROWEST_ULPS = 4;
    private static final double WIDEN = 16;
    private static final double GROWTH = 4;

    private Noise() {}

    /**
     * The greatest error of a value.
     *
     * @param apart how far the values are taken from each other: so close that the function is smooth there
     */
    static double near(Line line, double apart) {
        double noise = DEVIATIONS * deviation(line, Math.max(apart, NARROWEST_ULPS * Math.ulp(line.origin())));
        return Double.isFinite(noise) ? noise : 0;
    }

    /**
     * As {@link #near}, for a function that has steps, such as one that computes in single precision: values close to each
     * other are equal, and only values further apart scatter. What tells this from a kink is that the scatter does not grow
     * with the distance.
     *
     * @param widest the greatest distance to try
     * @return 0 if there is no such scatter
     */
    static double plateau(Line line, double widest) {
        double before = 0;
        double last = 0;
        double narrowest = Math.max(NARROWEST_ULPS * Math.ulp(line.origin()), widest * 0x1p-60);
        for (double apart = narrowest; apart < widest; apart *= WIDEN) {
            double next = deviation(line, apart);
            if (before > 0 && last < GROWTH * before && next < GROWTH * before) {
                return DEVIATIONS * Math.max(before, Math.max(last, next));
            }
            before = last;
            last = next;
        }
        return 0;
    }

    /** The standard deviation of a value. */
    private static double deviation(Line line, double step) {
        double[] differences = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            differences[i] = line.at(line.origin() + (i - POINTS / 2) * step);
        }
        double deviation = 0;
        double normaliser = 1; // (k!)^2 / (2k)!
        for (int order = 1; order <= HIGHEST_ORDER; order++) {
            normaliser *= order / (2.0 * (2 * order - 1));
            double squares = 0;
            for (int i = 0; i < POINTS - order; i++) {
                differences[i] = differences[i + 1] - differences[i];
                squares += differences[i] * differences[i];
            }
            if (order >= LOWEST_ORDER) {
                deviation = Math.max(deviation, Math.sqrt(normaliser * squares / (POINTS - order)));
            }
        }
        return deviation;
    }
}
