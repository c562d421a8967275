package dev.orbit.compiler.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The text of one spec under the name by which messages call it. Lines end with LF, CR LF or CR.
 *
 * <p>Immutable; two files are equal when name and text are.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    /** @param name what messages print before the line, usually the path as the user gave it */
    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0), IntStream.rangeClosed(1, text.length()).filter(i -> startsLine(text, i)))
                .toArray();
    }

    private static boolean startsLine(String text, int offset) {
        char before = text.charAt(offset - 1);
        return before == '\n' || before == '\r' && (offset == text.length() || text.charAt(offset) != '\n');
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The text that {@code span} covers. */
    public String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** Line and column of a UTF-16 offset, from 0 to the length of the text. */
    public Position position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, text.codePointCount(lineStarts[line], offset) + 1);
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** Where a line (from 1) lies in the text, its line end excluded. */
    public Span lineSpan(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return new Span(start, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && name.equals(file.name) && text.equals(file.text);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
