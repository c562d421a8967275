package dev.orbit.maven.generate;

import java.util.Optional;

/**
 * A diagnostic as a build shows it, in a form that can be remembered.
 *
 * @param file the spec; empty for what has no place in one, and then line and column are 0
 * @param line from 1
 * @param column from 1, in code points
 * @param text code and sentence, and below them the line of the spec, other places and what to do
 */
public record Message(Severity severity, Optional<String> file, int line, int column, String text) {
    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }
}
