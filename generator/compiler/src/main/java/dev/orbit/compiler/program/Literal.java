package dev.orbit.compiler.program;

/**
 * A number in a program.
 *
 * @param value the nearest double
 * @param text as the author wrote it, or {@code pi}, {@code inf}; empty when the number was computed
 * @param name the constant's name when it is one of the spec's {@code constant} declarations (a symbol for analysis), else empty
 */
public record Literal(double value, String text, String name) {
    /** The circle number. */
    public static final Literal PI = new Literal(Math.PI, "pi", "");

    public static Literal of(double value) {
        return new Literal(value, "", "");
    }
}
