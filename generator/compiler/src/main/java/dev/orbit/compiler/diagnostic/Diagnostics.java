package dev.orbit.compiler.diagnostic;

import dev.orbit.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what a compilation has to say. Append-only; the one mutable thing that is handed down the pipeline. */
public final class Diagnostics {
    private final List<Diagnostic> reported = new ArrayList<>();

    /** Adds a problem at its place in {@code file}. */
    public void report(SourceFile file, SpecProblem problem) {
        report(file, problem, List.of());
    }

    /** The same with notes that the problem itself does not know of, such as the call that led to it. */
    public void report(SourceFile file, SpecProblem problem, List<Note> further) {
        add(Diagnostic.of(problem, Optional.of(new Location(file, problem.span())), further));
    }

    /** Adds a problem that has no place in a spec. */
    public void report(Problem problem) {
        add(Diagnostic.of(problem, Optional.empty(), List.of()));
    }

    // The same words about the same place are said once: two rooms may notice one mistake.
    private void add(Diagnostic diagnostic) {
        if (!reported.contains(diagnostic)) {
            reported.add(diagnostic);
        }
    }

    public boolean hasErrors() {
        return reported.stream().anyMatch(Diagnostic::isError);
    }

    /** Everything reported so far, in the order of the text; what has no place comes first, in the order of reporting. */
    public List<Diagnostic> inOrder() {
        List<String> files =
                reported.stream().map(Diagnostics::fileName).distinct().toList();
        return reported.stream()
                .sorted(Comparator.<Diagnostic>comparingInt(d -> d.at().isPresent() ? 1 : 0)
                        .thenComparingInt(d -> files.indexOf(fileName(d)))
                        .thenComparingInt(
                                d -> d.at().map(at -> at.span().start()).orElse(0)))
                .toList();
    }

    private static String fileName(Diagnostic diagnostic) {
        return diagnostic.at().map(at -> at.file().name()).orElse("");
    }
}
