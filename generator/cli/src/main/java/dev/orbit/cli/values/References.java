package dev.orbit.cli.values;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the numbers of an entry from a table in another file: {@code "@file.csv"} or {@code "@file.csv:columns"}. A row of the
 * table is what the outermost array would hold: the numbers of a step, of a row of a matrix, or one entry of a vector.
 */
final class References {
    private final SourceFile file;
    private final Path folder;
    private final Diagnostics diagnostics;
    private final Map<Path, Optional<Table>> tables = new HashMap<>();

    References(SourceFile file, Path folder, Diagnostics diagnostics) {
        this.file = file;
        this.folder = folder;
        this.diagnostics = diagnostics;
    }

    static boolean isReference(Json.Text text) {
        return text.value().startsWith("@");
    }

    /** Row-major; problems have been reported and leave it empty. */
    Optional<double[]> read(Wanted wanted, Json.Text text) {
        String reference = text.value().substring(1);
        int colon = reference.lastIndexOf(':');
        boolean whole = colon < 0 || Files.exists(folder.resolve(reference));
        String path = whole ? reference : reference.substring(0, colon);
        List<Integer> extents = wanted.extents();
        int width = extents.subList(1, extents.size()).stream().reduce(1, Math::multiplyExact);
        try {
            Table table =
                    table(path).orElseThrow(() -> new Table.Unreadable("there is no such file, or it cannot be read"));
            List<Integer> columns = whole
                    ? table.columnsFor(wanted.name(), width)
                    : table.columns(reference.substring(colon + 1), width);
            if (extents.get(0) != Wanted.ANY && extents.get(0) != table.rows().size()) {
                String found = "`" + path + "` has " + Wanted.count(table.rows().size(), "row");
                diagnostics.report(file, new ValuesProblem.WrongShape(text.span(), wanted.is(), found, false));
                return Optional.empty();
            }
            return Optional.of(table.numbers(columns));
        } catch (Table.Unreadable e) {
            diagnostics.report(file, new ValuesProblem.BadTable(text.span(), path, requireNonNull(e.getMessage())));
            return Optional.empty();
        }
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
