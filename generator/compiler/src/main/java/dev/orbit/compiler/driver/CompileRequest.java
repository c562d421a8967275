package dev.orbit.compiler.driver;

import dev.orbit.compiler.source.SourceFile;

/**
 * What to compile.
 *
 * @param source the spec
 * @param choices what is chosen outside the spec
 * @param depth how far to go
 */
public record CompileRequest(SourceFile source, Choices choices, Depth depth) {
    /** How far a compilation goes. */
    public enum Depth {
        /** Diagnostics only. */
        CHECK,
        /** The Java source. */
        EMIT,
        /** The Java source, compiled in memory and its gradient tried at random points. */
        TRY
    }
}
