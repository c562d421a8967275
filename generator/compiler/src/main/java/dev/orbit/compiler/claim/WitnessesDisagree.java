package dev.orbit.compiler.claim;

/** Exact arithmetic proved what a point contradicts, or the other way round: a fault in the compiler. */
public final class WitnessesDisagree extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String text;

    WitnessesDisagree(String claim, String point) {
        this("two witnesses disagree on the claim \"" + claim + "\", at " + point);
    }

    private WitnessesDisagree(String text) {
        super(text);
        this.text = text;
    }

    /** What they disagree on, for people. */
    public String text() {
        return text;
    }
}
