package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Output;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types what is computed after the last step, and penalties. */
final class Results {
    private final Run run;
    private final Report report;

    Results(Run run, Report report) {
        this.run = run;
        this.report = report;
    }

    /** Outputs in an order in which they can be computed. */
    List<Output> outputs(List<Declaration.Output> declared) {
        Frame frame = run.frame(Site.RESULT, report);
        List<Output> found = new ArrayList<>();
        for (Declaration.Output output :
                Ordered.sort(declared, Declaration.Output::name, Results::reads, run.functions(), report)) {
            Typed value = Expressions.check(output.value(), frame);
            value.expr().ifPresent(expr -> {
                Symbol symbol = run.symbol(output.name(), Role.OUTPUT, expr.shape(), output.doc());
                if (!Names.isExport(output.name(), output.value())) {
                    run.define(Meaning.of(symbol, value));
                }
                found.add(new Output(symbol, expr));
            });
        }
        return found;
    }

    private static FreeNames reads(Declaration.Output output) {
        return Names.isExport(output.name(), output.value()) ? new FreeNames() : FreeNames.of(output.value());
    }

    List<Expr> losses(List<Declaration.Loss> losses) {
        return losses.stream()
                .flatMap(loss -> scalar(loss.value(), "a loss", Site.RESULT).stream())
                .toList();
    }

    List<Expr> penalties(List<Declaration.Penalty> penalties) {
        return penalties.stream()
                .flatMap(penalty -> scalar(penalty.value(), "a penalty", Site.PENALTY).stream())
                .toList();
    }

    private Optional<Expr> scalar(Expression value, String what, Site site) {
        return Expressions.checkScalar(value, what, run.frame(site, report)).expr();
    }

    List<Expr> residuals(List<Declaration.Residual> residuals) {
        return residuals.stream()
                .flatMap(
                        residual -> Expressions.check(residual.value(), run.frame(Site.RESULT, report)).expr().stream())
                .toList();
    }
}
