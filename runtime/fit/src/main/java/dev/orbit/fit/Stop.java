package dev.orbit.fit;

/** Why an optimiser stopped. */
public enum Stop {
    /** The gradient, without what points out of the bounds, is as small as was asked for. */
    GRADIENT_SMALL("the gradient is small"),
    /** Neither value nor gradient falls any further: rounding is reached, or the function is not smooth here. */
    NO_FURTHER_PROGRESS("no further progress"),
    /** As many iterations as were allowed. */
    ITERATION_LIMIT("the limit of iterations is reached"),
    /** Value or gradient is NaN or infinite at the start. */
    NOT_FINITE("value or gradient is not finite"),
    /** The observer asked for it. */
    ASKED("it was asked to");

    private final String text;

    Stop(String text) {
        this.text = text;
    }

    /** Whether the point is a minimum as far as the optimiser can tell. */
    public boolean converged() {
        return this == GRADIENT_SMALL || this == NO_FURTHER_PROGRESS;
    }

    /** In words, to follow "stopped:". */
    public String text() {
        return text;
    }
}
