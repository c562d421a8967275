package dev.orbit.compiler;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a bad spec expects of itself, written in the line where it is to be reported: {@code // error ORB301},
 * {@code // warning ORB310 at 12} with the column, several separated by commas.
 */
record Expectation(String severity, String code, int line, OptionalInt column) {
    private static final Pattern WRITTEN = Pattern.compile("\\b(error|warning|note) (ORB\\d{3})(?: at (\\d+))?");

    static List<Expectation> of(String text) {
        List<Expectation> expected = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            int comment = lines.get(i).indexOf("//");
            WRITTEN.matcher(comment < 0 ? "" : lines.get(i).substring(comment))
                    .results()
                    .forEach(found -> expected.add(of(found, line)));
        }
        return expected;
    }

    private static Expectation of(MatchResult found, int line) {
        OptionalInt column =
                found.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(found.group(3)));
        return new Expectation(found.group(1), found.group(2), line, column);
    }

    boolean fits(Diagnostic diagnostic) {
        return diagnostic.at().stream().anyMatch(at -> fits(at.start()))
                && diagnostic.code().equals(code)
                && diagnostic.severity().word().equals(severity);
    }

    private boolean fits(Position position) {
        return position.line() == line && (column.isEmpty() || column.getAsInt() == position.column());
    }

    @Override
    public String toString() {
        String at = column.isEmpty() ? "" : ":" + column.getAsInt();
        return line + at + ": " + severity + " " + code;
    }
}
