package dev.orbit.compiler.emit;

import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Method.Purpose;
import dev.orbit.compiler.code.Outline;

/** The documentation of the methods that take one argument per datum. */
final class MethodDoc {
    private final Outline outline;
    private final Code code;

    MethodDoc(Outline outline, Code code) {
        this.outline = outline;
        this.code = code;
    }

    String render(Purpose purpose) {
        StringBuilder out = new StringBuilder(sentence(purpose)).append("\n\n");
        parameter(out, code.naming().vector(), vector());
        boolean perStep = outline.columns().stream().anyMatch(Outline.Column::perStep);
        if (code.signature().steps().isPresent() && !perStep) {
            parameter(out, code.naming().steps(), "how often the map is applied");
        }
        for (int i = 0; i < outline.columns().size(); i++) {
            parameter(
                    out,
                    code.naming().columns().get(i),
                    describe(outline.columns().get(i)));
        }
        if (purpose == Purpose.LOSS) {
            return end(out);
        }
        parameter(out, code.naming().gradient(), "overwritten with the gradient by the parameters");
        if (purpose == Purpose.DATA_GRADIENT) {
            for (int column : code.differentiated()) {
                String name = Comments.javadoc(outline.columns().get(column).name());
                parameter(out, code.naming().gradients().get(column), "overwritten with the gradient by " + name);
            }
        }
        return end(out);
    }

    private String end(StringBuilder out) {
        boolean intervals =
                outline.parameters().stream().anyMatch(p -> p.interval().isPresent());
        return intervals
                ? out.append(
                                "@throws dev.orbit.runtime.ParameterOutsideInterval if a parameter is not inside its interval\n")
                        .toString()
                : out.toString();
    }

    private static String sentence(Purpose purpose) {
        return switch (purpose) {
            case LOSS -> "The loss of one example.";
            case GRADIENT -> "The loss of one example and its gradient by the parameters.";
            case DATA_GRADIENT -> "The loss of one example and its gradient by the parameters and by data.";
            case PENALTY -> "The penalty.";
            case PENALTY_GRADIENT -> "The penalty; its gradient is added.";
            case CONSTRAIN, UNCONSTRAIN, PULL_BACK, PART -> "";
        };
    }

    private static void parameter(StringBuilder out, String name, String text) {
        out.append("@param ").append(name).append(' ').append(text).append('\n');
    }

    private String vector() {
        StringBuilder names = new StringBuilder();
        for (Outline.Parameter parameter : outline.parameters()) {
            names.append(names.length() == 0 ? "" : ", ").append(Shapes.named(parameter.name(), parameter.shape()));
        }
        return names.length() == 0 ? "not read" : "the parameters: " + names;
    }

    private String describe(Outline.Column column) {
        String doc = Comments.wrap(Comments.javadoc(column.doc()));
        String role = column.target() ? "target" : "input";
        String rows = !column.perStep() ? "" : "one row per step, ";
        String shape = column.shape().isEmpty() ? "" : "shape " + Shapes.render(column.shape()) + ", ";
        String range = column.index()
                .map(r -> "from " + r.lowest() + " to " + r.highest() + ", ")
                .orElse("");
        String facts = role + ", " + rows + shape + range;
        String brief = facts.substring(0, facts.length() - 2);
        return doc.isEmpty() ? brief : doc + " (" + brief + ")";
    }
}
