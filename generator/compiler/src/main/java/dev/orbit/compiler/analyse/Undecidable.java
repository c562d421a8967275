package dev.orbit.compiler.analyse;

/** Something about a claim cannot be told. */
final class Undecidable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    Undecidable(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    /** A clause for people. */
    String why() {
        return why;
    }
}
