package dev.orbit.runtime;

/**
 * What a {@link GradientCheck} found for one entry of the gradient.
 *
 * @param name the entry, as the spec would write it
 * @param claimed the gradient under test
 * @param estimate what finite differences give; NaN if nothing
 * @param error how far the estimate may be from the truth, by its own account; infinite if there is none
 * @param outcome the verdict
 * @param digits decimal digits to which the two agree, as far as the check can see, from 0 to 13; 0 unless they agree. Two
 *     entries that are zero as far as the check can see agree to 0 digits
 * @param reason why the check cannot see, or what is wrong beyond a difference; else empty
 */
public record GradientVerdict(
        String name, double claimed, double estimate, double error, Outcome outcome, int digits, String reason) {
    /** The check claims no more digits than this: a gradient has rounding errors of its own. */
    private static final double FINEST = 1e-13;

    /** Between agreement and disagreement, in error estimates. */
    private static final double TOLERANCE = 10;
    /** An error estimate is good if it is below this part of the entry ... */
    private static final double GOOD = 1e-2;
    /** ... or below this part of what the function does at all. */
    private static final double NEGLIGIBLE = 1e-6;
    /** An entry below this part of what the function does at all is lost in its values. */
    private static final double INVISIBLE = 1e-12;

    /** The verdict. */
    public enum Outcome {
        AGREES,
        DISAGREES,
        /** The value is not finite, has a kink or a jump here, or is too noisy. */
        CANNOT_SEE
    }

    static GradientVerdict unseen(String name, double claimed, String reason) {
        return new GradientVerdict(name, claimed, Double.NaN, Double.POSITIVE_INFINITY, Outcome.CANNOT_SEE, 0, reason);
    }

    /**
     * Compares.
     *
     * @param typical how large a gradient the function might have here
     */
    static GradientVerdict of(String name, double claimed, Slope slope, double typical) {
        if (Double.isNaN(slope.value())) {
            return unseen(name, claimed, "the value is not finite on both sides");
        }
        double noticeable = Math.max(typical, slope.secant());
        double magnitude = Math.max(Math.abs(slope.value()), Double.isFinite(claimed) ? Math.abs(claimed) : 0);
        double error = Math.max(slope.error(), FINEST * magnitude);
        boolean sharp = error <= GOOD * magnitude || error <= NEGLIGIBLE * noticeable;
        double beyond = Math.abs(claimed - slope.value()) - Math.abs(slope.jump()) / 2;
        Outcome outcome = Outcome.CANNOT_SEE;
        String reason = "";
        if (slope.rough()) {
            boolean outside = slope.jump() != 0 && !(beyond <= TOLERANCE * error + Math.abs(slope.jump()) / 10);
            outcome = outside ? Outcome.DISAGREES : outcome;
            reason = "the value has a kink or a jump here";
        } else if (!sharp) {
            reason = "the differences are too rough";
        } else {
            boolean agrees =
                    beyond <= TOLERANCE * error || Double.isFinite(claimed) && magnitude <= INVISIBLE * noticeable;
            outcome = agrees ? Outcome.AGREES : Outcome.DISAGREES;
        }
        int digits = outcome == Outcome.AGREES ? digits(Math.max(beyond, error), magnitude) : 0;
        return new GradientVerdict(name, claimed, slope.value(), error, outcome, digits, reason);
    }

    private static int digits(double error, double magnitude) {
        double digits = Math.floor(Math.log10(magnitude / error) + 1e-9);
        return digits > 0 ? (int) Math.min(13, digits) : 0;
    }
}
