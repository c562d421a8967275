package dev.orbit.compiler.parse;

/** Texts in double quotes. */
final class Texts {
    private Texts() {}

    /** What a quoted text says: without its quotes, {@code \"} and {@code \\} resolved. */
    static String read(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\([\"\\\\])", "$1");
    }
}
