package dev.orbit.compiler.program;

/** Where a value comes from: offsets into the spec's text, and how it came about. */
public record Origin(int spanStart, int spanEnd, Derivation how) {
    /** How a value came about. */
    public enum Derivation {
        WRITTEN,
        STABILISED,
        PARTIAL,
        ADJOINT,
        TANGENT,
        RECOMPUTED
    }

    /** The same place in the spec, otherwise derived. */
    public Origin as(Derivation derivation) {
        return new Origin(spanStart, spanEnd, derivation);
    }
}
