package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Block;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Operator;
import dev.orbit.compiler.model.Reduction;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Binder;
import dev.orbit.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Comprehensions whose body is typed for each value of the indices: block literals, and sums with all terms. */
final class WrittenOut {
    /** More terms than this would make a model, and then a class, without bounds. */
    static final int MOST_TERMS = 20_000;

    private final List<Binder> binders;
    private final Expression body;
    private final Span span;
    private final Frame frame;
    private final List<Typed> terms = new ArrayList<>();

    private WrittenOut(List<Binder> binders, Expression body, Span span, Frame frame) {
        this.binders = binders;
        this.body = body;
        this.span = span;
        this.frame = frame;
    }

    static Typed literal(Expression.Comprehension comprehension, Frame outer) {
        Frame frame = outer.telling(outer.report().attempt());
        WrittenOut all = new WrittenOut(comprehension.binders(), comprehension.body(), comprehension.span(), frame);
        Optional<List<Integer>> widths = all.expandRows();
        Typed typed = widths.map(all::literal).orElse(Typed.UNKNOWN);
        outer.report().keep(frame.report());
        return typed;
    }

    static Typed reduction(Reduction reduction, Expression.Reduce reduce, Frame outer) {
        Frame frame = outer.telling(outer.report().attempt());
        WrittenOut all = new WrittenOut(reduce.binders(), reduce.body(), reduce.span(), frame);
        boolean fine = all.expand(0, frame.scope());
        Typed typed = fine ? all.reduce(reduction) : Typed.UNKNOWN;
        outer.report().keep(frame.report());
        return typed;
    }

    /** Types the body for all values of the binders from {@code depth} on; stops at the first error. */
    private boolean expand(int depth, Scope scope) {
        Frame here = frame.in(scope);
        if (depth == binders.size()) {
            Typed term = Expressions.check(body, here);
            terms.add(term);
            return term.isKnown() && !frame.report().hasErrors();
        }
        Optional<Binding.Range> range = Binding.range(binders.get(depth), here);
        if (range.isEmpty() || terms.size() + (long) range.get().count() > MOST_TERMS) {
            range.ifPresent(r -> frame.report().add(new IndexProblem.TooManyTerms(span, MOST_TERMS)));
            return false;
        }
        for (int value = range.get().first(); value <= range.get().last(); value++) {
            Scope inner = scope.inner();
            Binding.fixed(binders.get(depth), value, frame.in(inner));
            if (!expand(depth + 1, inner)) {
                return false;
            }
        }
        return true;
    }

    /** The number of terms in each row, a vector being rows of one term; empty if something is wrong. */
    private Optional<List<Integer>> expandRows() {
        if (binders.size() == 1) {
            return expand(0, frame.scope()) ? Optional.of(Collections.nCopies(terms.size(), 1)) : Optional.empty();
        }
        Optional<Binding.Range> range = Binding.range(binders.get(0), frame);
        List<Integer> widths = new ArrayList<>();
        for (int value = range.map(Binding.Range::first).orElse(1);
                value <= range.map(Binding.Range::last).orElse(0);
                value++) {
            Scope inner = frame.scope().inner();
            Binding.fixed(binders.get(0), value, frame.in(inner));
            int before = terms.size();
            if (!expand(1, inner)) {
                return Optional.empty();
            }
            widths.add(terms.size() - before);
        }
        return range.map(r -> widths);
    }

    private Typed literal(List<Integer> widths) {
        if (widths.stream().distinct().count() > 1) {
            frame.report().add(new IndexProblem.NotRectangular(span));
            return Typed.UNKNOWN;
        }
        if (!terms.stream().allMatch(term -> Comprehensions.isScalar(term, body, frame))) {
            return Typed.UNKNOWN;
        }
        int width = widths.isEmpty() ? 1 : widths.get(0);
        Shape shape = binders.size() == 1
                ? Shape.vector(Extent.of(terms.size()))
                : Shape.matrix(Extent.of(widths.size()), Extent.of(widths.isEmpty() ? 0 : width));
        return Typed.of(blocks(width, shape));
    }

    private Expr blocks(int width, Shape shape) {
        List<List<Block>> grid = IntStream.range(0, width == 0 ? 0 : terms.size() / width)
                .mapToObj(row -> terms.subList(row * width, (row + 1) * width).stream()
                        .map(term -> (Block) new Block.Part(term.expr().orElseThrow()))
                        .toList())
                .toList();
        return new Expr.Blocks(
                Collections.nCopies(grid.size(), Extent.ONE),
                Collections.nCopies(width, Extent.ONE),
                grid,
                shape,
                span);
    }

    private Typed reduce(Reduction reduction) {
        if (reduction == Reduction.SUM) {
            return sum();
        }
        if (!terms.stream().allMatch(term -> Comprehensions.isScalar(term, body, frame))) {
            return Typed.UNKNOWN;
        }
        Expr list = blocks(1, Shape.vector(Extent.of(terms.size())));
        return Typed.of(new Expr.Reduce(reduction, list, span));
    }

    private Typed sum() {
        if (terms.size() < 2) {
            return terms.isEmpty() ? Typed.number(new Expr.Number(0, "0", span), 0) : terms.get(0);
        }
        Shape shape = terms.get(0).shape();
        for (Typed term : terms) {
            if (!term.shape().agrees(shape)) {
                Span at = body.span();
                frame.report()
                        .add(new OperatorProblem.TermsDiffer(
                                at, frame.operand(terms.get(0), at), frame.operand(term, at)));
                return Typed.UNKNOWN;
            }
        }
        List<Expr.Link> links = terms.stream()
                .skip(1)
                .map(term -> new Expr.Link(Operator.ADD, term.expr().orElseThrow(), shape, span))
                .toList();
        return Typed.of(new Expr.Chain(terms.get(0).expr().orElseThrow(), links, span));
    }
}
