package dev.orbit.cli.values;

import dev.orbit.compiler.driver.Decimals;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Objective;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.ParameterLayout;
import dev.orbit.runtime.Schema;
import dev.orbit.runtime.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Loss and gradient at a point as JSON, with digits that read back as the same double; what is not finite is a text. */
public final class GradientText {
    private final Model model;
    private final Schema schema;
    private final Point point;

    private GradientText(Model model, Point point) {
        this.model = model;
        this.schema = model.schema();
        this.point = point;
    }

    /**
     * Evaluates a model.
     *
     * @param differentiated names of what gets a gradient, in the order in which it is printed
     * @throws dev.orbit.runtime.ParameterOutsideInterval if a parameter is not inside its interval
     */
    public static String evaluate(Model model, Point point, List<String> differentiated) {
        return new GradientText(model, point).render(differentiated);
    }

    private String render(List<String> differentiated) {
        double[] gradient = new double[schema.parameters().size()];
        double loss = Objective.of(model, point.examples()).valueAndGradient(point.parameters(), gradient);
        Map<String, String> texts = texts(schema.parameters(), gradient);
        dataGradients(texts);
        String fields = differentiated.stream()
                .map(name -> quote(name) + ": " + texts.get(name))
                .collect(Collectors.joining(", ", "{", "}"));
        return "{\"loss\": " + number(loss) + ", \"gradient\": " + fields + "}";
    }

    /** A vector in the layout of the parameters as a JSON object, each entry nested as its shape is. */
    public static String byName(ParameterLayout layout, double[] vector) {
        return texts(layout, vector).entrySet().stream()
                .map(entry -> quote(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Map<String, String> texts(ParameterLayout layout, double[] vector) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Parameter parameter : layout.parameters()) {
            int offset = layout.offset(parameter.name());
            texts.put(parameter.name(), nested(vector, offset, extents(parameter.shape())));
        }
        return texts;
    }

    private void dataGradients(Map<String, String> texts) {
        List<Column> columns = schema.differentiatedColumns();
        if (columns.isEmpty()) {
            return;
        }
        List<List<String>> perColumn = new ArrayList<>();
        columns.forEach(column -> perColumn.add(new ArrayList<>()));
        for (int i = 0; i < point.examples().count(); i++) {
            int rows = point.examples().steps(i);
            double[][] into = columns.stream()
                    .map(column -> new double[column.shape().size() * (column.perStep() ? rows : 1)])
                    .toArray(double[][]::new);
            double[] unused = new double[schema.parameters().size()];
            model.lossAndGradient(point.parameters(), point.examples(), i, unused, into);
            for (int k = 0; k < into.length; k++) {
                List<Integer> extents = extents(columns.get(k).shape());
                if (columns.get(k).perStep()) {
                    extents.add(0, rows);
                }
                perColumn.get(k).add(nested(into[k], 0, extents));
            }
        }
        for (int k = 0; k < perColumn.size(); k++) {
            List<String> each = perColumn.get(k);
            texts.put(columns.get(k).name(), point.several() ? "[" + String.join(", ", each) + "]" : each.get(0));
        }
    }

    private static List<Integer> extents(Shape shape) {
        List<Integer> extents = new ArrayList<>();
        if (shape.rank() > 0) {
            extents.add(shape.rows());
        }
        if (shape.rank() > 1) {
            extents.add(shape.columns());
        }
        return extents;
    }

    /** Recursion is as deep as shapes are. */
    private static String nested(double[] values, int offset, List<Integer> extents) {
        if (extents.isEmpty()) {
            return number(values[offset]);
        }
        List<Integer> inner = extents.subList(1, extents.size());
        int size = inner.stream().reduce(1, Math::multiplyExact);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < extents.get(0); i++) {
            parts.add(nested(values, offset + i * size, inner));
        }
        return "[" + String.join(", ", parts) + "]";
    }

    /** A number; a text where it is not finite. */
    public static String number(double value) {
        String text = Decimals.shortest(value);
        return Double.isFinite(value) ? text : "\"" + text + "\"";
    }

    /** A name of the language needs no escapes in JSON. */
    public static String quote(String name) {
        return "\"" + name + "\"";
    }
}
