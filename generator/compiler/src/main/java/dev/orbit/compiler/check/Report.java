package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Problems found in one file, held back until it is clear that they stand: an attempt that is given up takes its problems
 * with it.
 *
 * @param file the file that spans point into
 * @param call where the function that is being checked was called, if in the same file
 */
record Report(SourceFile file, Optional<Called> call, List<Found> found) {
    private static final int LONGEST = 40;

    /** A call by which a function body came to be checked. */
    record Called(String function, Span span) {
        Note note() {
            return new Note(span, "`" + function + "` is called here");
        }
    }

    /** A problem, its file and the call by which it came up. */
    record Found(SourceFile file, SpecProblem problem, Optional<Called> call) {}

    static Report of(SourceFile file) {
        return new Report(file, Optional.empty(), new ArrayList<>());
    }

    void add(SpecProblem problem) {
        found.add(new Found(file, problem, call));
    }

    /** For the body of a function in {@code body}, called from here. */
    Report inside(SourceFile body, String function, Span at) {
        boolean same = body.equals(file);
        return new Report(body, same ? Optional.of(new Called(function, at)) : Optional.empty(), found);
    }

    /** The same place with an empty list. */
    Report attempt() {
        return new Report(file, call, new ArrayList<>());
    }

    /** Lets the problems of an attempt stand. */
    void keep(Report attempt) {
        found.addAll(attempt.found);
    }

    boolean hasErrors() {
        return found.stream().anyMatch(f -> f.problem().severity() == Severity.ERROR);
    }

    void tell(Diagnostics diagnostics) {
        found.forEach(f -> diagnostics.report(
                f.file(), f.problem(), f.call().map(Called::note).stream().toList()));
    }

    /** The place without blanks at its end. */
    Span trimmed(Span span) {
        int end = span.end();
        while (end > span.start() && Character.isWhitespace(file.text().charAt(end - 1))) {
            end--;
        }
        return new Span(span.start(), end);
    }

    /** The words at a place, on one line, cut short when long. */
    String words(Span span) {
        int reach = Math.min(span.length(), 4 * LONGEST); // a place may be as long as the file
        String text =
                file.slice(new Span(span.start(), span.start() + reach)).strip().replaceAll("\\s+", " ");
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return end < text.length() || reach < span.length() ? text.substring(0, end) + "..." : text;
    }
}
