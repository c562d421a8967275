package dev.orbit.compiler.diagnostic;

import java.util.Locale;

/** How much a diagnostic weighs: an error stops the compilation, a warning and a note do not. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word that messages print: {@code error}, {@code warning}, {@code note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
