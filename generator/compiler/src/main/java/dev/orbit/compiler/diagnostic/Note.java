package dev.orbit.compiler.diagnostic;

import dev.orbit.compiler.source.Span;

/** A second place of a diagnostic, in the same file: where the other half of a conflict was declared. */
public record Note(Span span, String message) {
    /** The note that points at a declaration. */
    public static Note declaredHere(Span span, String name) {
        return new Note(span, "`" + name + "` is declared here");
    }
}
