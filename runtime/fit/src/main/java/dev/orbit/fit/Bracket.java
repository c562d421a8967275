package dev.orbit.fit;

/**
 * The interval in which a line search knows a good step to lie, and the choice of the next trial: the safeguarded cubic and
 * quadratic interpolation of Moré and Thuente, "Line search algorithms with guaranteed sufficient decrease" (1994), section 4.
 */
final class Bracket {
    private static final double SHRINK = 0.66;
    private static final double GROW_LEAST = 1.1;
    private static final double GROW_MOST = 4;

    /** The end with the least value so far. */
    private double best;

    private double bestValue;
    private double bestSlope;
    private double other;
    private double otherValue;
    private double otherSlope;
    private boolean closed;
    private double width;
    private double widthBefore;

    /** Begins at step 0; values and slopes are those of the function that is searched. */
    void begin(double value, double slope, double greatest) {
        best = 0;
        bestValue = value;
        bestSlope = slope;
        other = 0;
        otherValue = value;
        otherSlope = slope;
        closed = false;
        width = greatest;
        widthBefore = 2 * width;
    }

    /** The step with the least value so far. */
    double best() {
        return best;
    }

    /** The least value so far. */
    double bestValue() {
        return bestValue;
    }

    /** Whether the interval is closed and as narrow as numbers allow. */
    boolean exhausted() {
        return closed && Math.abs(other - best) <= Math.ulp(Math.max(best, other));
    }

    /** Where values have another meaning than when they were given: what to add is linear in the step. */
    void tilt(double slope) {
        bestValue += best * slope;
        otherValue += other * slope;
        bestSlope += slope;
        otherSlope += slope;
    }

    /** Takes note of a trial and gives the next one, not beyond {@code greatest}. */
    double next(double step, double value, double slope, double greatest) {
        double least = closed ? Math.min(best, other) : best == 0 ? 0 : step + GROW_LEAST * (step - best);
        double most = closed ? Math.max(best, other) : step + GROW_MOST * (step - best);
        boolean wasClosed = closed;
        double trial = interpolate(step, value, slope);
        if (value > bestValue) {
            other = step;
            otherValue = value;
            otherSlope = slope;
        } else {
            if (opposite(slope, bestSlope)) {
                other = best;
                otherValue = bestValue;
                otherSlope = bestSlope;
            }
            best = step;
            bestValue = value;
            bestSlope = slope;
        }
        if (!closed) {
            return Math.min(greatest, Math.max(least, Math.min(most, trial)));
        }
        if (wasClosed) {
            trial = Math.max(least, Math.min(most, trial));
        }
        if (Math.abs(other - best) >= SHRINK * widthBefore) {
            trial = best + 0.5 * (other - best);
        }
        widthBefore = width;
        width = Math.abs(other - best);
        return Math.min(greatest, trial);
    }

    /** The four cases of the paper. */
    private double interpolate(double step, double value, double slope) {
        double secant = step + slope / (slope - bestSlope) * (best - step);
        if (value > bestValue) {
            closed = true;
            double cubic = best + cubic(bestValue, bestSlope, value, slope, step - best) * (step - best);
            double fall = (bestValue - value) / (step - best) + bestSlope;
            double quadratic = best + bestSlope / fall / 2 * (step - best);
            return Math.abs(cubic - best) < Math.abs(quadratic - best) ? cubic : cubic + (quadratic - cubic) / 2;
        }
        double part = cubic(value, slope, bestValue, bestSlope, best - step);
        double cubic = step + part * (best - step);
        if (opposite(slope, bestSlope)) {
            closed = true;
            return Math.abs(cubic - step) > Math.abs(secant - step) ? cubic : secant;
        }
        double far = step > best ? Double.POSITIVE_INFINITY : 0;
        if (Math.abs(slope) < Math.abs(bestSlope)) {
            double onward = part < 0 ? cubic : far;
            if (!closed) {
                return Math.abs(onward - step) > Math.abs(secant - step) ? onward : secant;
            }
            double nearer = Math.abs(onward - step) < Math.abs(secant - step) ? onward : secant;
            double limit = step + SHRINK * (other - step);
            return step > best ? Math.min(limit, nearer) : Math.max(limit, nearer);
        }
        return closed ? step + cubic(value, slope, otherValue, otherSlope, other - step) * (other - step) : far;
    }

    private static boolean opposite(double a, double b) {
        return a * Math.signum(b) < 0;
    }

    /** Where the cubic through two points with two slopes has its minimum, in parts of the way from the first to the second. */
    private static double cubic(double value, double slope, double valueThere, double slopeThere, double way) {
        double theta = 3 * (value - valueThere) / way + slope + slopeThere;
        double unit = Math.max(Math.abs(theta), Math.max(Math.abs(slope), Math.abs(slopeThere)));
        if (unit == 0) {
            return 0;
        }
        double radicand = (theta / unit) * (theta / unit) - (slope / unit) * (slopeThere / unit);
        double root = Math.copySign(unit * Math.sqrt(Math.max(0, radicand)), way);
        return (root - slope + theta) / (2 * root - slope + slopeThere);
    }
}
