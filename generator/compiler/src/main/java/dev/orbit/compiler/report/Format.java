package dev.orbit.compiler.report;

import dev.orbit.compiler.formula.Printer;

/** In which notation mathematics is written. */
public enum Format {
    /** Unicode text. */
    TEXT,
    /** For mathematics mode, with amsmath. */
    LATEX,
    /** Presentation MathML, as browsers draw it. */
    MATHML;

    Printer printer() {
        return switch (this) {
            case TEXT -> Printer.unicode();
            case LATEX -> Printer.latex();
            case MATHML -> Printer.mathml();
        };
    }
}
