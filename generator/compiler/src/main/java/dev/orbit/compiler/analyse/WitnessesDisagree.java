package dev.orbit.compiler.analyse;

/** Exact arithmetic proved what a point contradicts, or the other way round: a fault in the compiler. */
public final class WitnessesDisagree extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String claim;
    private final String point;

    WitnessesDisagree(String claim, String point) {
        super(claim);
        this.claim = claim;
        this.point = point;
    }

    /** What they disagree on, for people. */
    public String text() {
        return "two witnesses disagree on the claim \"" + claim + "\", at " + point;
    }
}
