package dev.orbit.compiler.diagnostic;

import dev.orbit.compiler.source.Position;
import java.util.List;
import java.util.stream.Collectors;

/**
 * For programs: a JSON array of objects with {@code code}, {@code severity}, {@code message}, {@code notes} and, where they
 * exist, {@code help} and the place: {@code file}, {@code line}, {@code column}, {@code endLine}, {@code endColumn} (from 1,
 * in code points, the end excluded). A note has its place and its message.
 */
public final class JsonRenderer implements Renderer {
    @Override
    public String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(JsonRenderer::object).collect(Collectors.joining(",\n ", "[", "]\n"));
    }

    private static String object(Diagnostic diagnostic) {
        String place = diagnostic
                .at()
                .map(at -> ", \"file\": " + quote(at.file().name()) + place(at))
                .orElse("");
        String notes = diagnostic.notes().stream()
                .map(note -> note(note, diagnostic.at().orElseThrow()))
                .collect(Collectors.joining(", ", "[", "]"));
        String help =
                diagnostic.help().map(text -> ", \"help\": " + quote(text)).orElse("");
        return "{\"code\": " + quote(diagnostic.code()) + ", \"severity\": "
                + quote(diagnostic.severity().word()) + place + ", \"message\": " + quote(diagnostic.message())
                + ", \"notes\": " + notes + help + "}";
    }

    private static String note(Note note, Location at) {
        return "{\"message\": " + quote(note.message()) + place(new Location(at.file(), note.span())) + "}";
    }

    private static String place(Location at) {
        Position start = at.start();
        Position end = at.end();
        return ", \"line\": " + start.line() + ", \"column\": " + start.column() + ", \"endLine\": " + end.line()
                + ", \"endColumn\": " + end.column();
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20 || Character.isSurrogate((char) c) || c == 0x7F) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
