package dev.orbit.cli.values;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the data of one example. */
final class ExampleReader {
    private final Layout layout;
    private final Schema schema;
    private final Optional<String> openDim;
    private final SourceFile file;
    private final Cells cells;
    private final Diagnostics diagnostics;

    ExampleReader(Layout layout, SourceFile file, Cells cells, Diagnostics diagnostics) {
        this.layout = layout;
        this.schema = layout.schema();
        this.openDim = layout.openDim();
        this.file = file;
        this.cells = cells;
        this.diagnostics = diagnostics;
    }

    /**
     * The data of an example.
     *
     * @param steps rows of data per step
     * @param columns all numbers of each column, by name
     */
    record Example(int steps, Map<String, double[]> columns) {}

    /** Empty if something is wrong, which has been reported. */
    Optional<Example> read(Json.Fields given) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        boolean sound = true;
        for (Column column : schema.columns()) {
            Json.Field field = given.fields().get(column.name());
            if (field == null) {
                Span start = new Span(given.span().start(), given.span().start() + 1);
                String what = column.role() == Column.Role.TARGET ? "target" : "input";
                diagnostics.report(file, new ValuesProblem.MissingEntry(start, column.name(), what));
                sound = false;
                continue;
            }
            Optional<double[]> numbers =
                    cells.read(layout.wanted(column.name(), field, column.shape(), column.perStep()));
            sound &= numbers.isPresent() && areIndices(column, field, numbers.get());
            numbers.ifPresent(all -> columns.put(column.name(), all));
        }
        OptionalInt steps = sound ? steps(given, columns) : OptionalInt.empty();
        return steps.isPresent() ? Optional.of(new Example(steps.getAsInt(), columns)) : Optional.empty();
    }

    private boolean areIndices(Column column, Json.Field field, double[] numbers) {
        if (column.values().kind() == Column.Kind.REAL) {
            return true;
        }
        int lowest = column.values().lowest();
        int highest = column.values().highest();
        for (int i = 0; i < numbers.length; i++) {
            double number = numbers[i];
            if (!(number >= lowest && number <= highest && number == Math.rint(number))) {
                diagnostics.report(
                        file,
                        new ValuesProblem.NoIndex(
                                field.name(), column.name(), place(column, i), whole(number), lowest, highest));
                return false;
            }
        }
        return true;
    }

    private static String place(Column column, int at) {
        String entry = column.shape().rank() == 0
                ? ""
                : "entry " + (at % column.shape().size() + 1);
        String step = column.perStep() ? "step " + (at / column.shape().size() + 1) : "";
        String both = entry.isEmpty() || step.isEmpty() ? entry + step : entry + " of " + step;
        return both.isEmpty() ? "" : "at " + both;
    }

    private static String whole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : GradientText.number(number);
    }

    /** All columns per step have as many rows, and as many as the spec says, if it does. */
    private OptionalInt steps(Json.Fields given, Map<String, double[]> columns) {
        OptionalInt wanted = schema.steps().fixed();
        String because = "the spec fixes";
        if (wanted.isEmpty() && openDim.isPresent() && given.fields().containsKey(openDim.get())) {
            wanted = number(openDim.get(), given.fields().get(openDim.get()));
            because = "`" + openDim.get() + "` is";
            if (wanted.isEmpty()) {
                return wanted;
            }
        }
        for (Column column : schema.columns()) {
            if (!column.perStep() || column.shape().size() == 0) {
                continue;
            }
            int rows = requireNonNull(columns.get(column.name())).length
                    / column.shape().size();
            if (wanted.isPresent() && rows != wanted.getAsInt()) {
                Span place = requireNonNull(given.fields().get(column.name())).name();
                diagnostics.report(
                        file, new ValuesProblem.RowCount(place, column.name(), rows, wanted.getAsInt(), because));
                return OptionalInt.empty();
            }
            if (wanted.isEmpty()) {
                wanted = OptionalInt.of(rows);
                because = "`" + column.name() + "` has";
            }
        }
        if (wanted.isEmpty()) {
            Span start = new Span(given.span().start(), given.span().start() + 1);
            diagnostics.report(file, new ValuesProblem.MissingEntry(start, openDim.orElse(""), "number of steps"));
        }
        return wanted;
    }

    private OptionalInt number(String name, Json.Field field) {
        if (field.value() instanceof Json.Number number
                && number.value() >= 0
                && number.value() <= Integer.MAX_VALUE
                && number.value() == Math.rint(number.value())) {
            return OptionalInt.of((int) number.value());
        }
        diagnostics.report(
                file,
                new ValuesProblem.WrongShape(
                        field.value().span(),
                        "`" + name + "` is a number of steps",
                        "here is " + field.value().kind(),
                        false));
        return OptionalInt.empty();
    }
}
