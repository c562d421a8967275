package dev.orbit.compiler.diagnostic;

import java.util.List;

/** Turns diagnostics into text. Every line ends with LF; no diagnostics render as the empty string, or as an empty list. */
public interface Renderer {
    String render(List<Diagnostic> diagnostics);
}
