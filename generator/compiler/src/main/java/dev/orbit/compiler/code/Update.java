package dev.orbit.compiler.code;

/** How an assignment combines the new value with the old one. */
public enum Update {
    SET("="),
    ADD("+="),
    SUBTRACT("-="),
    MULTIPLY("*=");

    private final String text;

    Update(String text) {
        this.text = text;
    }

    /** The operator in Java. */
    public String text() {
        return text;
    }
}
