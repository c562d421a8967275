package dev.orbit.compiler.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * For people: where and what, the line of the source with carets under the exact range, the other places that matter, and
 * what to do.
 */
public final class HumanRenderer implements Renderer {
    private final boolean colour;

    /** @param colour whether to mark with the colours of ANSI terminals */
    public HumanRenderer(boolean colour) {
        this.colour = colour;
    }

    @Override
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            out.append(out.length() == 0 ? "" : "\n");
            render(diagnostic, out);
        }
        return out.toString();
    }

    private void render(Diagnostic diagnostic, StringBuilder out) {
        Paint paint = Paint.of(diagnostic.severity());
        String place = diagnostic.at().map(at -> LineRenderer.place(at) + ": ").orElse("");
        String what = diagnostic.severity().word() + " " + diagnostic.code() + ":";
        out.append(paint(Paint.BOLD, place)).append(paint(paint, what));
        out.append(' ').append(Cells.visible(diagnostic.message())).append('\n');
        int gutter = gutter(diagnostic);
        diagnostic.at().ifPresent(at -> snippet(at, paint, gutter, Optional.empty(), out));
        for (Note note : diagnostic.notes()) {
            Location at = new Location(diagnostic.at().orElseThrow().file(), note.span());
            snippet(at, Paint.NOTE, gutter, Optional.of(note.message()), out);
        }
        diagnostic
                .help()
                .ifPresent(help -> out.append(" ".repeat(gutter))
                        .append(paint(Paint.NOTE, " = "))
                        .append(Cells.visible(help))
                        .append('\n'));
    }

    private static int gutter(Diagnostic diagnostic) {
        return diagnostic.at().stream()
                .mapToInt(at -> diagnostic.notes().stream()
                        .mapToInt(
                                note -> at.file().position(note.span().start()).line())
                        .reduce(at.start().line(), Math::max))
                .map(line -> Integer.toString(line).length() + 1)
                .findFirst()
                .orElse(1);
    }

    private void snippet(Location at, Paint paint, int gutter, Optional<String> note, StringBuilder out) {
        Snippet snippet = Snippet.of(at);
        String number = String.format("%" + gutter + "d", snippet.lineNumber());
        out.append(paint(Paint.NOTE, number + " | ")).append(snippet.line()).append('\n');
        out.append(paint(Paint.NOTE, " ".repeat(gutter) + " | "));
        out.append(" ".repeat(snippet.indent())).append(paint(paint, "^".repeat(snippet.carets())));
        note.ifPresent(text -> out.append(' ').append(Cells.visible(text)));
        out.append('\n');
    }

    private String paint(Paint paint, String text) {
        return colour && !text.isEmpty() ? paint.start + text + "\u001B[0m" : text;
    }

    private enum Paint {
        ERROR("\u001B[1;31m"),
        WARNING("\u001B[1;33m"),
        NOTE("\u001B[36m"),
        BOLD("\u001B[1m");

        private final String start;

        Paint(String start) {
            this.start = start;
        }

        static Paint of(Severity severity) {
            return switch (severity) {
                case ERROR -> ERROR;
                case WARNING -> WARNING;
                case NOTE -> NOTE;
            };
        }
    }
}
