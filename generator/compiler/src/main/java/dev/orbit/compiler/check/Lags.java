package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Types {@code lag(x, k, before)}: the value of per-step data, an intermediate or a primed state k steps earlier. */
final class Lags {
    /** A lag keeps all rows that it may still be asked for. */
    static final int LONGEST = 1_000_000;

    private Lags() {}

    static Typed check(Expression.Call call, Frame frame) {
        List<Expression> arguments = call.arguments();
        Typed of = of(arguments.get(0), frame);
        boolean data = of.expr().map(Lags::isData).orElse(true);
        Optional<Affine> steps = steps(arguments.get(1), data, frame);
        Typed before = Expressions.check(arguments.get(2), frame.at(Site.BEFORE));
        if (!of.isKnown()) {
            return before.isKnown() && !before.isScalar() ? Typed.shaped(before.shape(), call.span()) : Typed.UNKNOWN;
        }
        if (steps.isEmpty() || !before.isKnown()) {
            return Typed.shaped(of.shape(), call.span());
        }
        Optional<Expr> fitted = Expressions.fit(before, of.shape());
        if (fitted.isEmpty()) {
            frame.report()
                    .add(new ShapeProblem.StartDiffers(
                            arguments.get(2).span(),
                            frame.operand(before, arguments.get(2).span()),
                            frame.operand(of, arguments.get(0).span())));
            return Typed.shaped(of.shape(), call.span());
        }
        return Typed.of(new Expr.Lag(of.expr().orElseThrow(), steps.get(), fitted.get(), call.span()));
    }

    private static boolean isData(Expr of) {
        return of instanceof Expr.Reference reference
                && reference.symbol().role().isData();
    }

    /** What is lagged. */
    private static Typed of(Expression of, Frame frame) {
        if (of instanceof Expression.Primed state) {
            Optional<Meaning> meaning = frame.scope().find(state.state().text());
            boolean kept = meaning.isPresent()
                    && meaning.get().role() == Role.STATE
                    && frame.site() == Site.STEP
                    && frame.run().stepStates().isSet(state.state().text());
            return kept && meaning.get().typed()
                    ? Typed.of(new Expr.Primed(meaning.get().symbol(), state.span()))
                    : Expressions.check(of, frame);
        } else if (of instanceof Expression.Reference reference) {
            return of(reference.name(), of, frame);
        }
        return refuse(of.span(), Optional.empty(), frame);
    }

    private static Typed of(Name name, Expression of, Frame frame) {
        Optional<Meaning> meaning = frame.scope().find(name.text());
        boolean ofStep = frame.site() == Site.STEP && frame.run().stepNames().containsKey(name.text());
        if (ofStep && !frame.run().isTop(name.text()) && !isCounter(meaning)) {
            frame.report().add(new StepProblem.LagOfArm(of.span(), name.text()));
            return Typed.UNKNOWN;
        } else if (meaning.isEmpty()) {
            return Expressions.check(of, frame);
        }
        boolean stepwise = meaning.get().perStep()
                || meaning.get().role() == Role.INTERMEDIATE
                || meaning.get().role() == Role.OUTPUT && frame.site() == Site.STEP;
        if (!stepwise) {
            return refuse(of.span(), Optional.of(meaning.get().role()), frame);
        }
        Shape guess = frame.run().guesses().get(name.text());
        if (!meaning.get().typed() && guess != null) {
            return Typed.shaped(guess, of.span());
        }
        return Expressions.check(of, frame);
    }

    private static boolean isCounter(Optional<Meaning> meaning) {
        return meaning.map(m -> m.role() == Role.STEP_INDEX).orElse(false);
    }

    private static Typed refuse(Span span, Optional<Role> role, Frame frame) {
        frame.report().add(new StepProblem.LagOfOther(span, frame.report().words(span), role));
        return Typed.UNKNOWN;
    }

    private static Optional<Affine> steps(Expression written, boolean data, Frame frame) {
        Optional<Affine> steps = WholeNumbers.check(written, "the number of steps of a lag", frame);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Optional<Indices.Bounds> bounds = Indices.bounds(steps.get(), frame);
        String words = frame.report().words(written.span());
        long least = bounds.map(Indices.Bounds::least).orElse(1L);
        if (least < (data ? 0 : 1)) {
            frame.report().add(new CountProblem.LagTooShort(written.span(), least));
            return Optional.empty();
        }
        if (bounds.map(b -> b.greatest() > LONGEST).orElse(false)) {
            frame.report().add(new CountProblem.LagFarBack(written.span(), words));
            return Optional.empty();
        }
        OptionalInt count = frame.run().fixedSteps();
        if (count.isPresent() && bounds.map(b -> b.least() >= count.getAsInt()).orElse(false)) {
            frame.report().add(new CountProblem.LagTooLong(written.span(), words, least, count.getAsInt()));
        }
        return steps;
    }
}
