package dev.orbit.compiler.diagnostic;

import dev.orbit.compiler.source.Position;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;

/**
 * The line of the source where a span begins, and below it carets under the span: under its part in this line, and under
 * one column if it is empty. A long line is cut around the span.
 */
record Snippet(int lineNumber, String line, int indent, int carets) {
    private static final int WIDTH = 100;
    private static final int BEFORE = 30;

    static Snippet of(Location at) {
        SourceFile file = at.file();
        Position start = at.start();
        Span line = file.lineSpan(start.line());
        Cells cells = Cells.of(file.slice(line));
        int from = Math.min(start.column() - 1, cells.size());
        int begin = Math.min(at.span().start(), line.end());
        int end = Math.max(begin, Math.min(at.span().end(), line.end()));
        int to = Math.min(cells.size(), from + file.text().codePointCount(begin, end));
        return cut(start.line(), cells, from, to);
    }

    private static Snippet cut(int number, Cells cells, int from, int to) {
        boolean fits = cells.width(0, cells.size()) <= WIDTH;
        int first = fits ? 0 : back(cells, from);
        int last = fits ? cells.size() : forth(cells, first);
        String left = first > 0 ? "…" : "";
        String right = last < cells.size() ? "…" : "";
        int indent = left.length() + cells.width(first, from);
        int carets = Math.max(1, cells.width(from, Math.max(from, Math.min(to, last))));
        return new Snippet(number, left + cells.text(first, last).stripTrailing() + right, indent, carets);
    }

    private static int back(Cells cells, int from) {
        int first = from;
        while (first > 0 && cells.width(first - 1, from) <= BEFORE) {
            first--;
        }
        return first;
    }

    private static int forth(Cells cells, int first) {
        int last = first;
        while (last < cells.size() && cells.width(first, last + 1) <= WIDTH) {
            last++;
        }
        return last;
    }
}
