package dev.orbit.compiler.analyse;

/** Why something about a claim cannot be told: the message is a clause for people. */
final class Undecidable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Undecidable(String why) {
        super(why, null, false, false);
    }
}
