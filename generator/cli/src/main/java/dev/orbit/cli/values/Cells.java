package dev.orbit.cli.values;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.runtime.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the numbers of one entry: a number, nested arrays, or a column of another file. */
final class Cells {
    private static final int ANY = -1;

    private final SourceFile file;
    private final Path folder;
    private final Diagnostics diagnostics;
    private final Map<Path, Optional<Table>> tables = new HashMap<>();

    /** @param folder what names of other files are relative to */
    Cells(SourceFile file, Path folder, Diagnostics diagnostics) {
        this.file = file;
        this.folder = folder;
        this.diagnostics = diagnostics;
    }

    /** The numbers of one entry, row-major, step first; problems have been reported and leave it empty. */
    Optional<double[]> read(String name, Json.Field field, Shape shape, boolean perStep) {
        List<Integer> extents = extents(shape, perStep);
        List<Double> numbers = new ArrayList<>();
        boolean sound = extents.size() == 1 && isReference(field.value())
                ? readColumn(name, (Json.Text) field.value(), extents.get(0), numbers)
                : read(new Wanted(name, field, extents), field.value(), 0, numbers);
        return sound
                ? Optional.of(numbers.stream().mapToDouble(Double::doubleValue).toArray())
                : Optional.empty();
    }

    /** An entry and what it is to be. */
    private record Wanted(String name, Json.Field field, List<Integer> extents) {}

    private static List<Integer> extents(Shape shape, boolean perStep) {
        List<Integer> extents = new ArrayList<>();
        if (perStep) {
            extents.add(ANY);
        }
        if (shape.rank() > 0) {
            extents.add(shape.rows());
        }
        if (shape.rank() > 1) {
            extents.add(shape.columns());
        }
        return extents;
    }

    /** Recursion is as deep as shapes are. */
    private boolean read(Wanted wanted, Json value, int depth, List<Double> into) {
        if (depth == wanted.extents().size()) {
            return readNumber(wanted, value, into);
        }
        int extent = wanted.extents().get(depth);
        if (!(value instanceof Json.Array array)
                || extent != ANY && array.entries().size() != extent) {
            diagnostics.report(
                    file,
                    new ValuesProblem.WrongShape(
                            place(wanted.field(), value, depth),
                            wanted.name(),
                            describe(wanted.extents(), depth),
                            value.kind()));
            return false;
        }
        for (Json entry : array.entries()) {
            if (!read(wanted, entry, depth + 1, into)) {
                return false;
            }
        }
        return true;
    }

    private boolean readNumber(Wanted wanted, Json value, List<Double> into) {
        OptionalDouble number = number(value);
        if (number.isEmpty()) {
            int depth = wanted.extents().size();
            Span place = place(wanted.field(), value, depth);
            diagnostics.report(
                    file,
                    value instanceof Json.Array && depth == 0
                            ? new ValuesProblem.WrongShape(place, wanted.name(), "a number", value.kind())
                            : new ValuesProblem.NoNumber(place, wanted.name(), value.kind()));
            return false;
        }
        into.add(number.getAsDouble());
        return true;
    }

    /** A long array would be underlined as a whole; its name says as much. */
    private static Span place(Json.Field field, Json value, int depth) {
        return depth == 0 && value instanceof Json.Array ? field.name() : value.span();
    }

    private static OptionalDouble number(Json value) {
        if (value instanceof Json.Number number) {
            return OptionalDouble.of(number.value());
        }
        return value instanceof Json.Text text ? Decimals.parse(text.value()) : OptionalDouble.empty();
    }

    private static String describe(List<Integer> extents, int depth) {
        List<Integer> rest = extents.subList(depth, extents.size());
        int first = rest.get(0);
        String within = rest.size() == 1 ? "numbers" : rest.size() == 2 ? "rows" : "matrices";
        String outer =
                first == ANY ? "an array of " + within + ", one for each step" : "an array of " + first + " " + within;
        return rest.size() > 1 ? outer + " of " + rest.get(1) + (rest.size() > 2 ? " x " + rest.get(2) : "") : outer;
    }

    private static boolean isReference(Json value) {
        return value instanceof Json.Text text && text.value().startsWith("@");
    }

    private boolean readColumn(String name, Json.Text text, int extent, List<Double> into) {
        String reference = text.value().substring(1);
        int colon = reference.lastIndexOf(':');
        boolean whole = colon < 0 || Files.exists(folder.resolve(reference));
        String path = whole ? reference : reference.substring(0, colon);
        Optional<String> column = whole ? Optional.empty() : Optional.of(reference.substring(colon + 1));
        try {
            Optional<Table> table = table(path);
            if (table.isEmpty()) {
                throw new Table.Unreadable("there is no such file, or it cannot be read");
            }
            for (double number : table.get().column(column, name)) {
                into.add(number);
            }
        } catch (Table.Unreadable e) {
            diagnostics.report(file, new ValuesProblem.BadTable(text.span(), path, requireNonNull(e.getMessage())));
            return false;
        }
        if (extent != ANY && into.size() != extent) {
            diagnostics.report(
                    file,
                    new ValuesProblem.WrongShape(
                            text.span(), name, describe(List.of(extent), 0), "a column of " + into.size()));
            return false;
        }
        return true;
    }

    private Optional<Table> table(String name) throws Table.Unreadable {
        Path path = folder.resolve(name).normalize();
        Optional<Table> known = tables.getOrDefault(path, Optional.empty());
        if (known.isPresent()) {
            return known;
        }
        try {
            Optional<Table> read = Optional.of(Table.parse(Files.readString(path, StandardCharsets.UTF_8)));
            tables.put(path, read);
            return read;
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
