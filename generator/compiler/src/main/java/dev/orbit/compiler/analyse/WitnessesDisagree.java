package dev.orbit.compiler.analyse;

/** Exact arithmetic proved what a point contradicts, or the other way round: a fault in the compiler. */
public final class WitnessesDisagree extends RuntimeException {
    private static final long serialVersionUID = 1;

    WitnessesDisagree(String claim, String point) {
        super("two witnesses disagree on the claim \"" + claim + "\", at " + point);
    }
}
