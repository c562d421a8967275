package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Objective;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import java.util.List;
import java.util.Optional;

/** Types what only claims speak of: {@code loss}, {@code penalty}, {@code total}, {@code gradient(p)}. */
final class ClaimTerms {
    private ClaimTerms() {}

    static Typed quantity(Expression.ModelTerm term, Frame frame) {
        Objective objective = switch (term.term()) {
            case LOSS -> Objective.LOSS;
            case PENALTY -> Objective.PENALTY;
        };
        if (frame.site() != Site.CLAIM) {
            return Typed.UNKNOWN; // refused where it was read
        }
        return Typed.of(new Expr.Quantity(objective, term.span()));
    }

    /** Whether {@code total} stands in a claim. */
    static boolean isTotal(Name name, Frame frame) {
        return name.text().equals("total") && frame.site() == Site.CLAIM;
    }

    static Typed total(Span span) {
        return Typed.of(new Expr.Quantity(Objective.TOTAL, span));
    }

    /** {@code gradient(p)} within an expression. */
    static Typed gradient(Expression.Call call, Frame frame) {
        if (frame.site() != Site.CLAIM) {
            frame.report()
                    .add(new ClaimProblem.OnlyInClaim(
                            call.span(), frame.report().words(call.span())));
            return Typed.UNKNOWN;
        }
        if (call.arguments().size() != 1) {
            frame.report().add(new ClaimProblem.GradientOfSeveral(call.span()));
            return Typed.UNKNOWN;
        }
        List<Optional<Expr>> gradients = gradients(call, frame);
        return gradients.get(0).map(Typed::of).orElse(Typed.UNKNOWN);
    }

    /** One gradient for each argument; empty where the argument has none, which has been reported. */
    static List<Optional<Expr>> gradients(Expression.Call call, Frame frame) {
        return call.arguments().stream()
                .map(argument -> symbol(argument, frame).<Expr>map(s -> new Expr.Gradient(s, call.span())))
                .toList();
    }

    private static Optional<Symbol> symbol(Expression argument, Frame frame) {
        Optional<Meaning> found = argument instanceof Expression.Reference reference
                ? frame.scope().find(reference.name().text())
                : Optional.empty();
        if (found.isEmpty() && argument instanceof Expression.Reference reference) {
            Naming.reference(reference.name(), frame); // says what is missing, if anything is
            return Optional.empty();
        }
        boolean fine = found.map(ClaimTerms::hasGradient).orElse(false);
        if (!fine) {
            Span span = argument.span();
            frame.report()
                    .add(new ClaimProblem.GradientOfOther(
                            span, frame.report().words(span), found.map(Meaning::symbol)));
        }
        return fine ? found.filter(Meaning::typed).map(Meaning::symbol) : Optional.empty();
    }

    private static boolean hasGradient(Meaning meaning) {
        return switch (meaning.role()) {
            case PARAMETER -> true;
            case INPUT, TARGET -> !meaning.isIndex() && !meaning.perStep();
            case DIM, CONSTANT, LET, STATE, INTERMEDIATE, OUTPUT -> false;
            case STEP_INDEX, RUNNING_INDEX, ARGUMENT, LOCAL -> false;
        };
    }
}
