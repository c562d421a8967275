package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Reduction;
import dev.orbit.compiler.model.RunningIndex;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Binder;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Types {@code [i in 1..k: body]} and {@code sum(i in 1..k: body)}. The body is typed once, with the index as a number that
 * runs; where its meaning needs the value of the index (a size, say), it is typed for each value and written out.
 */
final class Comprehensions {
    private Comprehensions() {}

    static Typed check(Expression.Comprehension comprehension, Frame frame) {
        List<Binder> binders = comprehension.binders();
        if (binders.size() > 2) {
            frame.report().add(new IndexProblem.TooManyIndices(binders.get(2).span(), binders.size()));
            return Typed.UNKNOWN;
        }
        return attempt(
                binders, frame, inner -> once(comprehension, inner), () -> WrittenOut.literal(comprehension, frame));
    }

    private static Typed once(Expression.Comprehension comprehension, Frame frame) {
        List<Binding> bindings = bind(comprehension.binders(), frame);
        Typed body = Expressions.check(comprehension.body(), frame);
        if (bindings.size() < comprehension.binders().size()) {
            return Typed.UNKNOWN;
        }
        Shape shape = new Shape(bindings.stream().map(Binding::extent).toList());
        if (!Sizes.fits(shape, comprehension.span(), frame)) {
            return Typed.UNKNOWN;
        }
        if (!body.isKnown()) {
            return Typed.shaped(shape, comprehension.span());
        }
        return isScalar(body, comprehension.body(), frame)
                ? Typed.of(new Expr.Comprehension(
                        indices(bindings), body.expr().orElseThrow(), shape, comprehension.span()))
                : Typed.UNKNOWN;
    }

    static Typed check(Expression.Reduce reduce, Frame frame) {
        Optional<Reduction> reduction = reduction(reduce.function(), frame);
        if (reduction.isEmpty()) {
            return Typed.UNKNOWN;
        }
        return attempt(
                reduce.binders(),
                frame,
                inner -> once(reduction.get(), reduce, inner),
                () -> WrittenOut.reduction(reduction.get(), reduce, frame));
    }

    private static Typed once(Reduction reduction, Expression.Reduce reduce, Frame frame) {
        List<Binding> bindings = bind(reduce.binders(), frame);
        Typed body = Expressions.check(reduce.body(), frame);
        if (bindings.size() < reduce.binders().size() || !body.isKnown()) {
            return body.isKnown() ? Typed.shaped(body.shape(), reduce.span()) : Typed.UNKNOWN;
        }
        double terms =
                bindings.stream().mapToDouble(each -> each.index().count()).reduce(1, (x, y) -> x * y);
        Shape list = Shape.vector(Extent.of((int) Math.min(terms, Integer.MAX_VALUE)));
        if (!Sizes.fits(list, reduce.span(), frame)) {
            return Typed.UNKNOWN;
        }
        if (reduction != Reduction.SUM && !isScalar(body, reduce.body(), frame)) {
            return Typed.UNKNOWN;
        }
        return Typed.of(
                new Expr.ReduceOver(reduction, indices(bindings), body.expr().orElseThrow(), reduce.span()));
    }

    /** What a word reduces by, over indices or over steps. */
    static Optional<Reduction> reduction(Name function, Frame frame) {
        Optional<Reduction> reduction =
                Family.named(function.text()).flatMap(Family::reduction).filter(r -> r != Reduction.NORM);
        if (reduction.isEmpty()) {
            frame.report().add(new FunctionProblem.NotReducing(function.span(), function.text()));
        }
        return reduction;
    }

    /** Types the body once; if that asks for the values of these indices, writes it out instead. */
    private static Typed attempt(
            List<Binder> binders, Frame frame, Function<Frame, Typed> once, Supplier<Typed> writtenOut) {
        Scope scope = frame.scope().inner();
        Set<Symbol> unroll = new LinkedHashSet<>();
        Frame inner = new Frame(frame.run(), scope, frame.site(), frame.report().attempt(), unroll);
        Typed typed = once.apply(inner);
        Set<Symbol> own = new LinkedHashSet<>();
        binders.forEach(binder -> scope.own(binder.name().text()).ifPresent(m -> own.add(m.symbol())));
        if (unroll.stream().anyMatch(own::contains)) {
            return writtenOut.get();
        }
        frame.report().keep(inner.report());
        frame.unroll().addAll(unroll);
        return typed;
    }

    private static List<Binding> bind(List<Binder> binders, Frame frame) {
        List<Binding> bindings = new ArrayList<>();
        for (Binder binder : binders) {
            Binding.running(binder, frame).ifPresent(bindings::add);
        }
        return bindings;
    }

    private static List<RunningIndex> indices(List<Binding> bindings) {
        return bindings.stream().map(Binding::index).toList();
    }

    /** Whether the body is a scalar; reports if not. */
    static boolean isScalar(Typed body, Expression written, Frame frame) {
        if (!body.isScalar()) {
            Span span = written.span();
            frame.report().add(new ShapeProblem.NotScalar("each entry", frame.operand(body, span)));
        }
        return body.isScalar();
    }
}
