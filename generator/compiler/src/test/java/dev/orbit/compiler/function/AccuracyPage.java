package dev.orbit.compiler.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of {@code docs/accuracy.md}. */
final class AccuracyPage {
    private final List<String> text;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** The greatest errors that the page admits for a function on a range, over the Java versions that it names. */
    record Line(double value, double slope) {}

    private AccuracyPage(List<String> text) {
        this.text = text;
        for (String row : text) {
            // | function | range | value 17 | value 25 | derivative 17 | derivative 25 |
            String[] cells = Arrays.stream(row.split("\\|")).map(String::strip).toArray(String[]::new);
            if (cells.length == 7 && cells[3].matches("[0-9.]+")) {
                lines.put(
                        cells[1] + " on " + cells[2],
                        new Line(greater(cells[3], cells[4]), greater(cells[5], cells[6])));
            }
        }
    }

    private static double greater(String a, String b) {
        return Math.max(Double.parseDouble(a), Double.parseDouble(b));
    }

    static AccuracyPage read() {
        // a module's tests run in its folder
        Path file = Path.of("..", "..", "docs", "accuracy.md");
        try {
            return new AccuracyPage(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Line line(String function, String range) {
        Line line = lines.get(function + " on " + range);
        if (line == null) {
            throw new AssertionError("docs/accuracy.md has no line for " + function + " on " + range);
        }
        return line;
    }

    List<String> names() {
        return List.copyOf(lines.keySet());
    }

    boolean says(String row) {
        return text.contains(row);
    }
}
