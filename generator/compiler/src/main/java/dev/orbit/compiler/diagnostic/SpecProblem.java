package dev.orbit.compiler.diagnostic;

import dev.orbit.compiler.source.Span;

/** A problem at a place in a spec. */
public interface SpecProblem extends Problem {
    /** The exact range that is wrong: what the caret underlines. */
    Span span();
}
