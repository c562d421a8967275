package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sizes and shapes as declared, within what an array can hold. */
final class Sizes {
    /** Entries of the largest value: half a gigabyte of doubles. */
    static final int MOST_ENTRIES = 1 << 26;

    private Sizes() {}

    /** One size: a whole number from 0. */
    static Optional<Extent> check(Expression size, Frame frame) {
        return WholeNumbers.checkConstant(size, "a size", frame)
                .filter(n -> allows(n, size.span(), frame))
                .map(n -> WholeNumbers.spelled(n, size, frame));
    }

    /** The shape {@code [m, n]} of a declaration; empty if a size is wrong, which has been reported. */
    static Optional<Shape> checkShape(List<Expression> sizes, Frame frame) {
        if (sizes.size() > 2) {
            frame.report()
                    .add(new IndexProblem.TooManySizes(
                            sizes.get(2).span().to(sizes.get(sizes.size() - 1).span()), sizes.size()));
            return Optional.empty();
        }
        List<Extent> extents = new ArrayList<>();
        for (Expression size : sizes) {
            check(size, frame).ifPresent(extents::add);
        }
        return Optional.of(extents)
                .filter(found -> found.size() == sizes.size())
                .map(Shape::new)
                .filter(shape -> sizes.isEmpty()
                        || fits(
                                shape,
                                sizes.get(0)
                                        .span()
                                        .to(sizes.get(sizes.size() - 1).span()),
                                frame));
    }

    /** Whether a value of this shape is not too large; reports if it is. */
    static boolean fits(Shape shape, Span span, Frame frame) {
        long entries = (long) shape.rows().size() * shape.columns().size();
        if (entries > MOST_ENTRIES) {
            frame.report().add(new IndexProblem.TooLarge(span, shape.toString(), entries));
        }
        return entries <= MOST_ENTRIES;
    }

    private static boolean allows(int size, Span span, Frame frame) {
        if (size < 0) {
            frame.report()
                    .add(new IndexProblem.NegativeSize(span, frame.report().words(span), size));
        }
        return size >= 0;
    }

    /** The extent of stacked extents together: {@code n+m+k}, or digits when nothing was spelled or it gets long. */
    static Extent total(List<Extent> extents) {
        long size = extents.stream().mapToLong(Extent::size).sum();
        boolean spelled = extents.stream().anyMatch(e -> !e.spelled().equals(Integer.toString(e.size())));
        StringBuilder words = new StringBuilder();
        extents.stream()
                .limit(13)
                .forEach(e -> words.append(words.length() == 0 ? "" : "+").append(e.spelled()));
        int bounded = (int) Math.min(size, Integer.MAX_VALUE);
        return spelled && words.length() <= 24 ? new Extent(bounded, words.toString()) : Extent.of(bounded);
    }
}
