package dev.orbit.compiler.diagnostic;

import dev.orbit.compiler.source.Position;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;

/** A span and the file it lies in. */
public record Location(SourceFile file, Span span) {
    /** Line and column of the first character. */
    public Position start() {
        return file.position(span.start());
    }

    /** Line and column just after the last character. */
    public Position end() {
        return file.position(span.end());
    }
}
