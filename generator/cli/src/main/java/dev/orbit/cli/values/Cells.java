package dev.orbit.cli.values;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the numbers of one entry: a number, nested arrays, or columns of another file. */
final class Cells {
    private final SourceFile file;
    private final References references;
    private final Diagnostics diagnostics;

    /** @param folder what names of other files are relative to */
    Cells(SourceFile file, Path folder, Diagnostics diagnostics) {
        this.file = file;
        this.references = new References(file, folder, diagnostics);
        this.diagnostics = diagnostics;
    }

    /** The numbers of one entry, row-major, step first; problems have been reported and leave it empty. */
    Optional<double[]> read(Wanted wanted) {
        Json value = wanted.field().value();
        if (!wanted.extents().isEmpty() && value instanceof Json.Text text && References.isReference(text)) {
            return references.read(wanted, text);
        }
        List<Double> numbers = new ArrayList<>();
        return read(wanted, value, List.of(), numbers)
                ? Optional.of(numbers.stream().mapToDouble(Double::doubleValue).toArray())
                : Optional.empty();
    }

    /** Recursion is as deep as shapes are. */
    private boolean read(Wanted wanted, Json value, List<Integer> path, List<Double> into) {
        int depth = path.size();
        if (depth == wanted.extents().size()) {
            return readNumber(wanted, value, path, into);
        }
        int extent = wanted.extents().get(depth);
        if (!(value instanceof Json.Array array)
                || extent != Wanted.ANY && array.entries().size() != extent) {
            reportShape(wanted, value, path);
            return false;
        }
        for (int i = 0; i < array.entries().size(); i++) {
            List<Integer> inner = new ArrayList<>(path);
            inner.add(i);
            if (!read(wanted, array.entries().get(i), inner, into)) {
                return false;
            }
        }
        return true;
    }

    private boolean readNumber(Wanted wanted, Json value, List<Integer> path, List<Double> into) {
        OptionalDouble number = number(value);
        if (number.isPresent()) {
            into.add(number.getAsDouble());
        } else if (value instanceof Json.Array) {
            reportShape(wanted, value, path);
        } else {
            diagnostics.report(file, new ValuesProblem.NoNumber(wanted.span(path, value), wanted.name(), value.kind()));
        }
        return number.isPresent();
    }

    private void reportShape(Wanted wanted, Json value, List<Integer> path) {
        boolean flat = wanted.shape().rank() == 2
                && path.size() == wanted.extents().size() - 2
                && value instanceof Json.Array array
                && array.entries().stream().noneMatch(Json.Array.class::isInstance);
        diagnostics.report(
                file,
                new ValuesProblem.WrongShape(wanted.span(path, value), wanted.is(), wanted.found(path, value), flat));
    }

    private static OptionalDouble number(Json value) {
        if (value instanceof Json.Number number) {
            return OptionalDouble.of(number.value());
        }
        return value instanceof Json.Text text ? Decimals.parse(text.value()) : OptionalDouble.empty();
    }
}
