package dev.orbit.compiler.syntax;

/** The comparisons. */
public enum Relation {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!=");

    private final String text;

    Relation(String text) {
        this.text = text;
    }

    /** As it is written in a spec. */
    public String text() {
        return text;
    }
}
