package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Dim;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Spec;
import dev.orbit.compiler.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a whole model must have. */
final class Missing {
    private final Spec spec;
    private final Report report;

    Missing(Spec spec, Report report) {
        this.spec = spec;
        this.report = report;
    }

    void check(List<Dim> dims, Optional<Iteration> iteration) {
        boolean iterates = spec.declarations().stream()
                .anyMatch(d -> d instanceof Declaration.IterateTimes || d instanceof Declaration.IterateOver);
        Optional<Declaration> step = spec.declarations().stream()
                .filter(Declaration.Step.class::isInstance)
                .findFirst();
        boolean plain = !iterates && step.isEmpty();
        if (!iterates && step.isPresent()) {
            int start = step.get().span().start();
            report.add(new StepProblem.StepWithoutIterate(new Span(start, start + "step".length())));
        }
        if (plain && iteration.isEmpty()) {
            refuseRows();
        }
        List<Dim> open = dims.stream().filter(dim -> dim.value().isEmpty()).toList();
        open.stream()
                .filter(dim -> open.size() == 1 && (iteration.isPresent() || plain))
                .filter(dim -> !iteration.map(it -> runsOver(it, dim)).orElse(false))
                .forEach(dim -> report.add(new NameProblem.OpenDimNotSteps(
                        dim.symbol().span(), dim.symbol().name())));
        if (spec.declarations().stream().noneMatch(Missing::computes)) {
            report.add(new NameProblem.NothingToCompute(spec.model().name().span()));
        }
    }

    private void refuseRows() {
        for (Declaration declaration : spec.declarations()) {
            if (declaration instanceof Declaration.Datum datum && datum.perStep()) {
                report.add(new StepProblem.RowsWithoutSteps(
                        datum.name().span(), datum.name().text()));
            }
        }
    }

    private static boolean runsOver(Iteration iteration, Dim dim) {
        return iteration
                .last()
                .match(new Iteration.Last.Cases<>(
                        fixed -> false, open -> open.dim().equals(dim.symbol())));
    }

    private static boolean computes(Declaration declaration) {
        return declaration instanceof Declaration.Loss
                || declaration instanceof Declaration.Residual
                || declaration instanceof Declaration.Penalty
                || declaration instanceof Declaration.Output
                || declaration instanceof Declaration.Step step && computes(step.statements());
    }

    private static boolean computes(List<Statement> statements) {
        return statements.stream()
                .anyMatch(s -> s instanceof Statement.Loss
                        || s instanceof Statement.Residual
                        || s instanceof Statement.Output
                        || s instanceof Statement.If ifElse
                                && Stream.concat(
                                                ifElse.branches().stream().map(Statement.Branch::statements),
                                                Stream.of(ifElse.otherwise()))
                                        .anyMatch(Missing::computes));
    }
}
