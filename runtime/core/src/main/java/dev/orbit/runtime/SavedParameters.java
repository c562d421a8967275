package dev.orbit.runtime;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/**
 * A parameter vector as JSON that knows the model it belongs to:
 *
 * <pre>{@code
 * {
 *   "model": "Oil",
 *   "fingerprint": "1f0c...",
 *   "parameters": {
 *     "alpha": 0.8338438876625524,
 *     "W": [[1, 2], [3, 4]]
 *   }
 * }
 * }</pre>
 *
 * <p>Every number is read back as the same double, and is written with the same digits on every Java.
 */
final class SavedParameters {
    private static final int FEWEST_DIGITS = 15;
    private static final int MOST_DIGITS = 17;

    private final Schema schema;
    private final ParameterLayout layout;

    SavedParameters(Schema schema) {
        this.schema = schema;
        this.layout = schema.parameters();
    }

    /** @throws IllegalArgumentException if an entry is not finite, or the vector does not fit */
    String render(double[] vector) {
        layout.check(vector);
        StringBuilder json = new StringBuilder("{\n  \"model\": ");
        quote(schema.model(), json);
        json.append(",\n  \"fingerprint\": \"").append(schema.fingerprint()).append("\",\n  \"parameters\": {");
        String comma = "\n    ";
        for (Parameter parameter : layout.parameters()) {
            quote(parameter.name(), json.append(comma));
            write(parameter.shape(), vector, layout.offset(parameter.name()), json.append(": "));
            comma = ",\n    ";
        }
        return json.append("\n  }\n}\n").toString();
    }

    private void write(Shape shape, double[] vector, int offset, StringBuilder json) {
        if (shape.rank() == 0) {
            json.append(number(vector, offset));
        } else if (shape.rank() == 1) {
            row(vector, offset, shape.rows(), json);
        } else {
            json.append('[');
            for (int i = 0; i < shape.rows(); i++) {
                row(vector, offset + i * shape.columns(), shape.columns(), json.append(i == 0 ? "" : ", "));
            }
            json.append(']');
        }
    }

    private void row(double[] vector, int offset, int count, StringBuilder json) {
        json.append('[');
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ", ").append(number(vector, offset + i));
        }
        json.append(']');
    }

    private String number(double[] vector, int position) {
        double value = vector[position];
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "parameter " + layout.entry(position) + " is " + value + ", which is not worth saving");
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros().toString();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS)).toString();
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append(c);
        }
        json.append('"');
    }

    /** @throws IllegalArgumentException if the text is no such JSON or belongs to another model */
    double[] parse(String text) {
        Object root = Json.parse(text);
        if (!(root instanceof Map<?, ?> fields)
                || !(fields.get("model") instanceof String model)
                || !(fields.get("fingerprint") instanceof String fingerprint)
                || !(fields.get("parameters") instanceof Map<?, ?> saved)) {
            throw new IllegalArgumentException("these are no saved parameters: an object with \"model\","
                    + " \"fingerprint\" and \"parameters\" was expected");
        }
        if (!model.equals(schema.model())) {
            throw new IllegalArgumentException(
                    "these parameters were saved for the model " + model + ", not for " + schema.model());
        }
        if (!fingerprint.equals(schema.fingerprint())) {
            throw new IllegalArgumentException("these parameters were saved for another version of " + model
                    + ": it had the parameters " + saved.keySet() + ", and now they are " + layout);
        }
        double[] vector = new double[layout.size()];
        for (Parameter parameter : layout.parameters()) {
            Object value = saved.get(parameter.name());
            boolean fits =
                    value != null && read(value, parameter.shape(), 0, vector, layout.offset(parameter.name())) >= 0;
            if (!fits) {
                throw new IllegalArgumentException("the saved value of " + parameter.name() + " does not fit "
                        + parameter.name() + parameter.shape());
            }
        }
        return vector;
    }

    /** Reads nested arrays; returns the offset behind what was read, negative if the shape is another. */
    private static int read(Object value, Shape shape, int depth, double[] vector, int offset) {
        if (depth == shape.rank()) {
            if (!(value instanceof Double number)) {
                return -1;
            }
            vector[offset] = number;
            return offset + 1;
        }
        int extent = depth == 0 ? shape.rows() : shape.columns();
        if (!(value instanceof List<?> entries) || entries.size() != extent) {
            return -1;
        }
        int at = offset;
        for (Object entry : entries) {
            at = at < 0 ? at : read(entry, shape, depth + 1, vector, at);
        }
        return at;
    }
}
