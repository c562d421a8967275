package dev.orbit.compiler.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A problem as it is shown: a value with nothing left to compute.
 *
 * @param at the place; empty for problems of options and files
 * @param notes other places in the file of {@code at}
 */
public record Diagnostic(
        String code,
        Severity severity,
        Optional<Location> at,
        String message,
        List<Note> notes,
        Optional<String> help) {
    public Diagnostic {
        notes = List.copyOf(notes);
    }

    static Diagnostic of(Problem problem, Optional<Location> at, List<Note> further) {
        return new Diagnostic(
                problem.code(),
                problem.severity(),
                at,
                problem.message(),
                at.isPresent()
                        ? Stream.concat(problem.notes().stream(), further.stream())
                                .toList()
                        : List.of(),
                problem.help());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
