package dev.orbit.runtime;

/**
 * What a {@link GradientCheck} found for one entry of the gradient.
 *
 * @param name the entry, as the spec would write it
 * @param claimed the gradient under test
 * @param estimate what finite differences give
 * @param error how far the estimate may be from the truth, by its own account
 * @param outcome the verdict
 * @param digits decimal digits to which the check can see and the two agree; 0 unless they agree
 * @param reason why the check cannot see, else empty
 */
public record GradientVerdict(
        String name, double claimed, double estimate, double error, Outcome outcome, int digits, String reason) {
    /** The verdict. */
    public enum Outcome {
        AGREES,
        DISAGREES,
        /** The value is not finite, has a kink or a jump here, or is too noisy. */
        CANNOT_SEE
    }
}
