package dev.orbit.compiler.check;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Applies elementwise functions: of one value, and of two of the same shape or a scalar and any shape. */
final class Elementwise {
    private Elementwise() {}

    static Typed one(Function1 function, Typed of, Span span, Frame frame) {
        if (!of.isKnown()) {
            return Typed.UNKNOWN;
        }
        Typed result = Typed.of(new Expr.Map1(function, of.expr().orElseThrow(), span));
        if (of.number().isEmpty()) {
            return result.withRows(of.rows());
        }
        double value = function.value(of.number().getAsDouble());
        return checked(result, value, List.of(of.number().getAsDouble()), span, frame);
    }

    /** @param name of the function or operator, for messages */
    static Typed two(Function2 function, String name, Argument left, Argument right, Span span, Frame frame) {
        if (!left.isKnown() || !right.isKnown()) {
            return partlyKnown(left.typed(), right.typed(), span);
        }
        Optional<Shape> shape = broadcast(left.shape(), right.shape());
        if (shape.isEmpty()) {
            frame.report()
                    .add(new OperatorProblem.NotElementwise(span, name, left.operand(frame), right.operand(frame)));
            return Typed.UNKNOWN;
        }
        Typed result = Typed.of(new Expr.Map2(function, left.expr(), right.expr(), shape.get(), span))
                .withRows(rows(left.typed(), right.typed(), shape.get()));
        OptionalDouble x = left.typed().number();
        OptionalDouble y = right.typed().number();
        if (x.isEmpty() || y.isEmpty()) {
            return result;
        }
        double value = function.value(x.getAsDouble(), y.getAsDouble());
        return checked(result, value, List.of(x.getAsDouble(), y.getAsDouble()), span, frame);
    }

    /** The shape of an elementwise result: that of both, or of the one that is no scalar. */
    static Optional<Shape> broadcast(Shape left, Shape right) {
        if (left.agrees(right) || right.isScalar()) {
            return Optional.of(left);
        }
        return left.isScalar() ? Optional.of(right) : Optional.empty();
    }

    /** With one side unknown, the other still tells the shape unless it is a scalar. */
    static Typed partlyKnown(Typed left, Typed right, Span span) {
        if (left.isKnown() && !left.isScalar()) {
            return Typed.shaped(left.shape(), span);
        }
        return right.isKnown() && !right.isScalar() ? Typed.shaped(right.shape(), span) : Typed.UNKNOWN;
    }

    /** The row blocks that an elementwise result inherits: of the side that has some and its shape. */
    static List<RowBlock> rows(Typed left, Typed right, Shape shape) {
        boolean fromLeft = !left.rows().isEmpty() && left.shape().agrees(shape);
        boolean fromRight = !right.rows().isEmpty() && right.shape().agrees(shape);
        if (fromLeft && fromRight && !sizes(left.rows()).equals(sizes(right.rows()))) {
            return List.of();
        }
        return fromLeft ? left.rows() : fromRight ? right.rows() : List.of();
    }

    private static List<Integer> sizes(List<RowBlock> rows) {
        return rows.stream().map(row -> row.extent().size()).toList();
    }

    // A number that is the same for all data had better be one.
    private static Typed checked(Typed result, double value, List<Double> of, Span span, Frame frame) {
        if (Double.isNaN(value) && of.stream().noneMatch(x -> Double.isNaN(x))) {
            frame.report().add(new DomainProblem.NotANumber(span, frame.report().words(span)));
            return Typed.UNKNOWN;
        }
        return result.withNumber(OptionalDouble.of(value));
    }
}
