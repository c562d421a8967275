package dev.orbit.compiler.source;

/**
 * A stretch of a source text: the UTF-16 offsets {@code start} (included) to {@code end} (excluded) into
 * {@link SourceFile#text()}.
 */
public record Span(int start, int end) {
    /** @throws IllegalArgumentException if {@code start} is negative or {@code end} lies before it */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    /** The number of UTF-16 units covered. */
    public int length() {
        return end - start;
    }

    /** The smallest span that covers this one and {@code other}. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
