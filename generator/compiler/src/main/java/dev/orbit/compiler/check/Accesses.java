package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Index;
import dev.orbit.compiler.model.Selector;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Range;
import dev.orbit.compiler.syntax.Subscript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types {@code v[i]}, {@code v[i..j]}, {@code W[i, ..]}: what is taken, and that it is there. */
final class Accesses {
    private final Operand of;
    private final Frame frame;

    private Accesses(Operand of, Frame frame) {
        this.of = of;
        this.frame = frame;
    }

    /** Selectors and the shape of what they select. */
    record Selection(List<Selector> selectors, Shape shape) {}

    static Typed check(Expression.Index index, Frame frame) {
        Typed of = Expressions.check(index.of(), frame);
        if (!of.isKnown()) {
            return Typed.UNKNOWN;
        }
        return check(frame.operand(of, index.of().span()), index.subscripts(), index.span(), frame)
                .map(s -> Typed.of(new Expr.Access(of.expr().orElseThrow(), s.selectors(), s.shape(), index.span())))
                .orElse(Typed.UNKNOWN);
    }

    /** @param span of the whole access */
    static Optional<Selection> check(Operand of, List<Subscript> subscripts, Span span, Frame frame) {
        if (subscripts.size() != of.shape().rank()) {
            frame.report().add(new IndexProblem.SubscriptCount(span, of, subscripts.size()));
            return Optional.empty();
        }
        Accesses accesses = new Accesses(of, frame);
        List<Selector> selectors = new ArrayList<>();
        List<Extent> kept = new ArrayList<>();
        for (int axis = 0; axis < subscripts.size(); axis++) {
            Optional<Selector> selector =
                    accesses.selector(subscripts.get(axis), of.shape().extents().get(axis), axis);
            selector.ifPresent(selectors::add);
            selector.filter(Selector.Range.class::isInstance)
                    .ifPresent(range -> kept.add(((Selector.Range) range).length()));
        }
        return selectors.size() == subscripts.size()
                ? Optional.of(new Selection(selectors, new Shape(kept)))
                : Optional.empty();
    }

    private Optional<Selector> selector(Subscript subscript, Extent extent, int axis) {
        return subscript.match(new Subscript.Cases<>() {
            @Override
            public Optional<Selector> at(Subscript.At at) {
                return index(at.index(), extent, axis).map(Selector.At::new);
            }

            @Override
            public Optional<Selector> between(Subscript.Between between) {
                return range(between.range(), extent, axis).map(r -> r);
            }

            @Override
            public Optional<Selector> all(Subscript.All all) {
                return Optional.of(new Selector.Range(Affine.of(1), extent));
            }
        });
    }

    private Optional<Index> index(Expression expression, Extent extent, int axis) {
        Optional<Indices.Datum> datum = Indices.datum(expression, frame);
        if (datum.isPresent()) {
            Indices.Datum found = datum.get();
            if (found.range().first() < 1 || found.range().last() > extent.size()) {
                frame.report()
                        .add(new DomainProblem.IndexTooWide(
                                expression.span(),
                                frame.report().words(expression.span()),
                                found.range(),
                                found.declared(),
                                of,
                                extent));
                return Optional.empty();
            }
            return found.expr().map(Index.Given::new);
        }
        return WholeNumbers.check(expression, "an index", frame)
                .filter(number -> inside(number, number, extent, axis, expression.span()))
                .map(Index.Fixed::new);
    }

    private Optional<Selector.Range> range(Range range, Extent extent, int axis) {
        Optional<Affine> first = WholeNumbers.check(range.first(), "an index", frame);
        Optional<Affine> last = WholeNumbers.check(range.last(), "an index", frame);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> length = Indices.length(first.get(), last.get(), range.span(), frame);
        if (length.isEmpty() || length.get() > 0 && !inside(first.get(), last.get(), extent, axis, range.span())) {
            return Optional.empty();
        }
        boolean fromOne = first.get().equals(Affine.of(1));
        Extent kept = fromOne ? WholeNumbers.spelled(length.get(), range.last(), frame) : Extent.of(length.get());
        return Optional.of(new Selector.Range(first.get(), kept));
    }

    private boolean inside(Affine first, Affine last, Extent extent, int axis, Span span) {
        Optional<Indices.Bounds> low = Indices.bounds(first, frame);
        Optional<Indices.Bounds> high = Indices.bounds(last, frame);
        if (low.isEmpty()
                || high.isEmpty()
                || low.get().least() >= 1 && high.get().greatest() <= extent.size()) {
            return true;
        }
        long wrong = low.get().least() < 1 ? low.get().least() : high.get().greatest();
        frame.report().add(new IndexProblem.Outside(span, frame.report().words(span), wrong, of, extent, axis));
        return false;
    }
}
