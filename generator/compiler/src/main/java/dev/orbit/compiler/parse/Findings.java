package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The problems of one file while it is read. They go to the diagnostics together, since a later one may explain an earlier. */
final class Findings {
    /** How many problems of one file are worth reading. */
    static final int LIMIT = 50;

    private final List<SyntaxProblem> problems = new ArrayList<>();

    void add(SyntaxProblem problem) {
        if (problems.size() == LIMIT) {
            problems.add(new StatementProblem.TooManyErrors(problem.span(), LIMIT));
        } else if (problems.size() < LIMIT) {
            problems.add(problem);
        }
    }

    boolean full() {
        return problems.size() > LIMIT;
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    boolean any(Predicate<SyntaxProblem> condition) {
        return problems.stream().anyMatch(condition);
    }

    void report(SourceFile source, Diagnostics diagnostics) {
        problems.forEach(problem -> diagnostics.report(source, problem));
    }
}
