package dev.orbit.compiler.emit;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Method.Purpose;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.code.Signature.Vector;
import java.util.List;

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
        boolean perStep = outline.columns().stream().anyMatch(column -> column.perStep() && isAsked(purpose, column));
        if (code.signature().steps().isPresent() && !perStep) {
            parameter(out, code.naming().steps(), "how often the map is applied");
        }
        for (int i = 0; i < outline.columns().size(); i++) {
            if (isAsked(purpose, outline.columns().get(i))) {
                parameter(
                        out,
                        code.naming().columns().get(i),
                        describe(outline.columns().get(i)));
            }
        }
        switch (purpose) {
            case GRADIENT, DATA_GRADIENT ->
                parameter(out, code.naming().gradient(), "overwritten with the gradient by the parameters");
            case PREDICT -> outputs(out);
            case RESIDUALS -> vector(out, Vector.RESIDUALS, "overwritten, as {@code SCHEMA.residuals()} tells");
            case JACOBIAN_TIMES -> {
                vector(out, Vector.DIRECTION, "a vector of parameters");
                vector(out, Vector.PRODUCT, "overwritten, as the residuals lie");
            }
            case TRANSPOSED_TIMES -> {
                vector(out, Vector.WEIGHTS, "as the residuals lie");
                parameter(out, code.naming().gradient(), "overwritten, as the parameters lie");
            }
            case JACOBIAN ->
                vector(out, Vector.JACOBIAN, "overwritten, one row of {@code PARAMETER_COUNT} per residual");
            case LOSS, PENALTY, PENALTY_GRADIENT, CONSTRAIN, UNCONSTRAIN, PULL_BACK, PART -> {}
        }
        if (purpose == Purpose.DATA_GRADIENT) {
            for (int column : code.differentiated()) {
                String name = Comments.javadoc(outline.columns().get(column).name());
                parameter(out, code.naming().gradients().get(column), "overwritten with the gradient by " + name);
            }
        }
        return end(out);
    }

    private static boolean isAsked(Purpose purpose, Outline.Column column) {
        return purpose != Purpose.PREDICT || !column.target();
    }

    private void outputs(StringBuilder out) {
        List<Outline.Offer> outputs = outline.offers().outputs();
        for (int i = 0; i < outputs.size(); i++) {
            Outline.Offer output = outputs.get(i);
            String rows = output.perStep() ? ", one row per step" : "";
            parameter(
                    out,
                    code.naming().outputs().get(i),
                    "overwritten with " + Shapes.named(output.name(), output.shape()) + rows);
        }
    }

    private void vector(StringBuilder out, Vector vector, String text) {
        parameter(
                out, requireNonNull(code.signature().vectorArrays().get(vector)).name(), text);
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
            case PREDICT -> "The outputs of one example.";
            case RESIDUALS -> "The residuals of one example.";
            case JACOBIAN_TIMES -> "The Jacobian of the residuals by the parameters times a vector.";
            case TRANSPOSED_TIMES -> "The transposed Jacobian of the residuals times a vector: a gradient.";
            case JACOBIAN -> "The Jacobian of the residuals by the parameters.";
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
