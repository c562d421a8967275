package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The problems of one file while it is read. They go to the diagnostics together, since a later one may explain an earlier. */
final class Findings {
    /** How many problems of one file are worth reading. */
    static final int LIMIT = 50;

    private final List<SyntaxProblem> problems = new ArrayList<>();
    private final List<Span> quiet = new ArrayList<>();

    void add(SyntaxProblem problem) {
        if (problems.size() == LIMIT) {
            problems.add(new StatementProblem.TooManyErrors(problem.span(), LIMIT));
        } else if (problems.size() < LIMIT) {
            problems.add(problem);
        }
    }

    /** Adds a problem of a statement, unless another one has been found in it: what follows from that is no news. */
    void addUnlessTold(Span statement, SyntaxProblem problem) {
        if (!any(p -> p.span().start() >= statement.start() && p.span().start() <= statement.end())) {
            add(problem);
        }
    }

    /** Where a problem has been found of which more will seem to follow. */
    void hush(Span span) {
        quiet.add(span);
    }

    boolean isQuiet(SyntaxProblem problem) {
        int start = problem.span().start();
        return quiet.stream().anyMatch(span -> span.start() <= start && start <= span.end());
    }

    boolean full() {
        return problems.size() > LIMIT;
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Where a comment begins that is not closed. */
    Optional<Span> unclosedComment() {
        return problems.stream()
                .filter(TextProblem.UnclosedComment.class::isInstance)
                .map(SyntaxProblem::span)
                .findFirst();
    }

    boolean any(Predicate<SyntaxProblem> condition) {
        return problems.stream().anyMatch(condition);
    }

    void report(SourceFile source, Diagnostics diagnostics) {
        problems.forEach(problem -> diagnostics.report(source, problem));
    }
}
