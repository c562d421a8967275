package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Resolves names that stand for values. */
final class Naming {
    private static final String PI = "pi";

    private Naming() {}

    static Typed reference(Name name, Frame frame) {
        Optional<Meaning> found = frame.scope().find(name.text());
        if (found.isPresent()) {
            return value(found.get(), name.span(), frame);
        } else if (name.text().equals(PI)) {
            return Typed.number(new Expr.Pi(name.span()), Math.PI);
        } else if (ClaimTerms.isTotal(name, frame)) {
            return ClaimTerms.total(name.span());
        }
        missing(name, frame).ifPresent(frame.report()::add);
        return Typed.UNKNOWN;
    }

    private static Typed value(Meaning meaning, Span span, Frame frame) {
        if (!Visibility.check(meaning, span, frame) || !meaning.typed()) {
            return Typed.UNKNOWN;
        }
        Symbol symbol = meaning.symbol();
        if (meaning.role() == Role.RUNNING_INDEX && meaning.number().isPresent()) {
            double value = meaning.number().getAsDouble();
            return Typed.number(new Expr.Number(value, Integer.toString((int) value), span), value);
        }
        Expr expr = meaning.role() == Role.DIM
                ? new Expr.Size(symbol, size(meaning), span)
                : new Expr.Reference(symbol, span);
        return new Typed(Optional.of(expr), meaning.rows(), meaning.number());
    }

    private static OptionalInt size(Meaning dim) {
        return dim.whole().isPresent() ? OptionalInt.of(dim.whole().get().constant()) : OptionalInt.empty();
    }

    /** Why the name cannot be found; empty where enough has been said about it. */
    private static Optional<SpecProblem> missing(Name name, Frame frame) {
        Run run = frame.run();
        if (run.isUnread(name.text())) {
            return Optional.empty();
        } else if (run.stepNames().containsKey(name.text())) {
            return Optional.of(new StepProblem.OnlyInStep(
                    name.span(), name.text(), run.stepNames().get(name.text()).span(), frame.site()));
        } else if (frame.scope().function(name.text()).isPresent()
                || run.functions().find(name.text()).isPresent()) {
            return Optional.of(new FunctionProblem.FunctionAsValue(name.span(), name.text()));
        }
        List<String> names = new ArrayList<>(frame.scope().names());
        names.add(PI);
        return Optional.of(new NameProblem.Unknown(name.span(), name.text(), names));
    }

    /** {@code h'}: what the state is after the step. */
    static Typed primed(Expression.Primed primed, Frame frame) {
        Name name = primed.state();
        Optional<Meaning> found = frame.scope().find(name.text());
        if (found.isEmpty()) {
            missing(name, frame).ifPresent(frame.report()::add);
            return Typed.UNKNOWN;
        } else if (found.get().role() != Role.STATE) {
            frame.report()
                    .add(new StateProblem.PrimeOnOther(
                            primed.span(),
                            name.text(),
                            found.get().role(),
                            frame.declared(found.get().symbol())));
            return Typed.UNKNOWN;
        } else if (frame.site() != Site.STEP) {
            frame.report().add(new StateProblem.PrimeOutside(primed.span(), name.text(), frame.site()));
            return Typed.UNKNOWN;
        }
        return after(found.get(), primed.span(), frame);
    }

    private static Typed after(Meaning state, Span span, Frame frame) {
        if (!state.typed()) {
            return Typed.UNKNOWN;
        }
        return switch (frame.run().stepStates().reading(state.name())) {
            case SET -> Typed.of(new Expr.Primed(state.symbol(), span));
            case KEPT -> Typed.of(new Expr.Reference(state.symbol(), span));
            case NOT_HERE -> {
                frame.report().add(new StepProblem.NotSetInArm(span, state.name()));
                yield Typed.UNKNOWN;
            }
        };
    }
}
