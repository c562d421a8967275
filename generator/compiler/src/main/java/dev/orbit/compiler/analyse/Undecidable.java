package dev.orbit.compiler.analyse;

/** Something about a model cannot be told. */
public final class Undecidable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    /** With a clause for people. */
    public Undecidable(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    /** A clause for people. */
    public String why() {
        return why;
    }
}
