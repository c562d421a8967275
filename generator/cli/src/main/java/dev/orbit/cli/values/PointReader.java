package dev.orbit.cli.values;

import static java.util.Objects.requireNonNull;

import dev.orbit.cli.values.ExampleReader.Example;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.ExamplesBuilder;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a file of values: a JSON object with each parameter, input and target by its name in the spec, or, instead of the
 * data, an entry {@code examples} with one object for each example. The number of steps, where the spec leaves it open, may
 * stand under the name of its dim.
 */
public final class PointReader {
    private static final String EXAMPLES = "examples";

    private final Layout layout;
    private final boolean whole;
    private final Schema schema;
    private final Optional<String> openDim;
    private final SourceFile file;
    private final Cells cells;
    private final Diagnostics diagnostics;

    private PointReader(Layout layout, boolean whole, SourceFile file, Path folder, Diagnostics diagnostics) {
        this.layout = layout;
        this.whole = whole;
        this.schema = layout.schema();
        this.openDim = layout.openDim();
        this.file = file;
        this.cells = new Cells(file, folder, diagnostics);
        this.diagnostics = diagnostics;
    }

    /** As {@link #read(Layout, boolean, SourceFile, Path, Diagnostics)}, where every parameter needs a value. */
    public static Optional<Point> read(Layout layout, SourceFile file, Path folder, Diagnostics diagnostics) {
        return read(layout, true, file, folder, diagnostics);
    }

    /**
     * Reads values.
     *
     * @param whole whether every parameter needs a value; if not, one without value is NaN
     * @param folder what names of files in {@code file} are relative to
     * @return empty if something is wrong, which has been reported
     */
    public static Optional<Point> read(
            Layout layout, boolean whole, SourceFile file, Path folder, Diagnostics diagnostics) {
        return JsonReader.read(file, diagnostics)
                .flatMap(fields -> new PointReader(layout, whole, file, folder, diagnostics).point(fields));
    }

    private Optional<Point> point(Json.Fields given) {
        boolean several = given.fields().containsKey(EXAMPLES)
                && schema.columns().stream().noneMatch(column -> column.name().equals(EXAMPLES));
        List<String> names = names();
        boolean known = reportUnknown(given, names, several);
        Optional<double[]> parameters = parameters(given);
        List<Json.Fields> objects = several ? objects(given) : List.of(given);
        ExampleReader reader = new ExampleReader(layout, file, cells, diagnostics);
        List<Example> examples = new ArrayList<>();
        for (Json.Fields object : objects) {
            known &= !several || reportUnknown(object, dataNames(), false);
            reader.read(object).ifPresent(examples::add);
        }
        boolean whole = examples.size() == objects.size() && !diagnostics.hasErrors();
        return known && whole ? parameters.map(theta -> new Point(theta, lay(examples), several)) : Optional.empty();
    }

    private List<String> dataNames() {
        List<String> names = new ArrayList<>();
        schema.columns().forEach(column -> names.add(column.name()));
        openDim.ifPresent(names::add);
        return names;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        schema.parameters().parameters().forEach(parameter -> names.add(parameter.name()));
        names.addAll(dataNames());
        return names;
    }

    private boolean reportUnknown(Json.Fields given, List<String> names, boolean several) {
        boolean sound = true;
        for (Map.Entry<String, Json.Field> entry : given.fields().entrySet()) {
            String name = entry.getKey();
            if (several && name.equals(EXAMPLES)) {
                continue;
            }
            if (!names.contains(name)) {
                diagnostics.report(
                        file, new ValuesProblem.UnknownEntry(entry.getValue().name(), name, schema.model(), names));
                sound = false;
            } else if (several && dataNames().contains(name)) {
                diagnostics.report(
                        file, new ValuesProblem.Misplaced(entry.getValue().name(), name));
                sound = false;
            }
        }
        return sound;
    }

    private Optional<double[]> parameters(Json.Fields given) {
        double[] theta = new double[schema.parameters().size()];
        boolean sound = true;
        for (Parameter parameter : schema.parameters().parameters()) {
            Json.Field field = given.fields().get(parameter.name());
            Optional<double[]> values = field == null
                    ? parameter.start()
                    : cells.read(layout.wanted(parameter.name(), field, parameter.shape(), false));
            if (values.isPresent()) {
                int offset = schema.parameters().offset(parameter.name());
                System.arraycopy(values.get(), 0, theta, offset, values.get().length);
            } else if (field == null && !whole) {
                int offset = schema.parameters().offset(parameter.name());
                Arrays.fill(theta, offset, offset + parameter.shape().size(), Double.NaN);
            } else {
                sound = false;
            }
            if (field == null && values.isEmpty() && whole) {
                Span start = new Span(given.span().start(), given.span().start() + 1);
                diagnostics.report(file, new ValuesProblem.MissingEntry(start, parameter.name(), "parameter"));
            }
        }
        return sound ? Optional.of(theta) : Optional.empty();
    }

    private List<Json.Fields> objects(Json.Fields given) {
        Json.Field field = requireNonNull(given.fields().get(EXAMPLES));
        List<Json.Fields> objects = new ArrayList<>();
        if (!(field.value() instanceof Json.Array array)) {
            diagnostics.report(
                    file,
                    new ValuesProblem.NoExamples(field.name(), field.value().kind()));
            return objects;
        }
        for (Json entry : array.entries()) {
            if (entry instanceof Json.Fields object) {
                objects.add(object);
            } else {
                diagnostics.report(file, new ValuesProblem.NoExamples(entry.span(), entry.kind()));
            }
        }
        return objects;
    }

    /** One example after another, as columns. */
    private Examples lay(List<Example> examples) {
        ExamplesBuilder builder = Examples.of(schema).count(examples.size());
        if (schema.steps().fixed().isEmpty()) {
            builder.steps(examples.stream().mapToInt(Example::steps).toArray());
        }
        for (Column column : schema.columns()) {
            double[] all = examples.stream()
                    .flatMapToDouble(example -> Arrays.stream(example.columns().get(column.name())))
                    .toArray();
            if (column.values().kind() == Column.Kind.INDEX) {
                builder.column(
                        column.name(),
                        Arrays.stream(all).mapToInt(number -> (int) number).toArray());
            } else {
                builder.column(column.name(), all);
            }
        }
        return builder.build();
    }
}
