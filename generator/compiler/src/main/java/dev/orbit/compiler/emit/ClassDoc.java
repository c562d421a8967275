package dev.orbit.compiler.emit;

import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Outline;
import java.util.ArrayList;
import java.util.List;

/** The documentation of the class: what the author says, the equations, the layouts, the account. */
final class ClassDoc {
    private final Outline outline;
    private final Code code;

    ClassDoc(Outline outline, Code code) {
        this.outline = outline;
        this.code = code;
    }

    String render() {
        List<String> parts = new ArrayList<>();
        String doc = outline.doc().isBlank() ? "The model " + outline.className() + "." : outline.doc();
        for (String paragraph : doc.strip().split("\\n\\s*\\n")) {
            parts.add((parts.isEmpty() ? "" : "<p>") + Comments.wrap(Comments.javadoc(paragraph)));
        }
        equations().ifPresent(parts::add);
        parts.add("<p>" + Comments.wrap(layout()));
        if (!renamed().isEmpty()) {
            parts.add(
                    "<p>" + Comments.wrap("Called otherwise than in the spec: " + String.join(", ", renamed()) + "."));
        }
        if (!outline.account().cost().isEmpty()) {
            String cost = String.join("; ", outline.account().cost());
            paragraph(parts, List.of("Cost of loss and gradient: " + cost + (cost.endsWith(".") ? "" : ".")));
        }
        paragraph(parts, outline.account().checks());
        parts.add("<p>"
                + Comments.wrap(
                        Comments.javadoc("Generated from " + outline.account().source() + " by "
                                + outline.account().tool() + ". Change the spec, not this file.")));
        return String.join("\n\n", parts) + "\n";
    }

    private static void paragraph(List<String> parts, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.add("<p>" + Comments.wrap(Comments.javadoc(String.join(" ", lines))));
        }
    }

    private java.util.Optional<String> equations() {
        if (outline.notes().isEmpty()) {
            return java.util.Optional.empty();
        }
        int widest = outline.notes().stream()
                .mapToInt(note -> text(note).length())
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder("<pre>\n");
        for (Outline.Note note : outline.notes()) {
            String text = text(note);
            out.append(Comments.javadoc(text))
                    .append(" ".repeat(Math.min(widest, 60) - Math.min(text.length(), Math.min(widest, 60))))
                    .append("   line ")
                    .append(note.line())
                    .append('\n');
        }
        return java.util.Optional.of(out.append("</pre>").toString());
    }

    private static String text(Outline.Note note) {
        return note.text().strip().replaceAll("\\s+", " ");
    }

    private String layout() {
        List<String> parameters = new ArrayList<>();
        for (Outline.Parameter parameter : outline.parameters()) {
            String interval = parameter
                    .interval()
                    .map(i -> " in " + Comments.javadoc(i.text()))
                    .orElse("");
            parameters.add(Shapes.named(parameter.name(), parameter.shape()) + interval);
        }
        String vector = parameters.isEmpty()
                ? "The model has no parameters."
                : "Parameter vector: " + String.join(", ", parameters) + ".";
        List<String> columns = new ArrayList<>();
        for (Outline.Column column : outline.columns()) {
            columns.add(Shapes.named(column.name(), column.shape()) + (column.perStep() ? " per step" : ""));
        }
        return columns.isEmpty() ? vector : vector + " Data: " + String.join(", ", columns) + ".";
    }

    private List<String> renamed() {
        List<String> renamed = new ArrayList<>();
        rename(renamed, outline.className(), code.naming().className());
        for (int i = 0; i < outline.parameters().size(); i++) {
            rename(
                    renamed,
                    outline.parameters().get(i).name(),
                    code.naming().parameters().get(i));
        }
        for (int i = 0; i < outline.columns().size(); i++) {
            rename(
                    renamed,
                    outline.columns().get(i).name(),
                    code.naming().columns().get(i));
        }
        for (int i = 0; i < outline.functions().size(); i++) {
            String name = outline.functions().get(i).signature().name();
            rename(renamed, name, code.naming().functions().get(i));
        }
        return renamed;
    }

    private static void rename(List<String> renamed, String name, String javaName) {
        if (!name.equals(javaName)) {
            renamed.add(Comments.javadoc(name) + " is " + javaName);
        }
    }
}
