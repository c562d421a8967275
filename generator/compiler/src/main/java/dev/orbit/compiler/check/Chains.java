package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Operator;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Types sums and products from the left, one operand after the other: chains may be long. */
final class Chains {
    private final Frame frame;
    private final List<Expr.Link> links = new ArrayList<>();
    private final Expression.Chain chain;
    private Typed soFar;
    private Span span;
    private boolean broken;

    private Chains(Expression.Chain chain, Typed first, Frame frame) {
        this.chain = chain;
        this.frame = frame;
        this.soFar = first;
        this.span = chain.first().span();
        this.broken = !first.isKnown();
    }

    static Typed check(Expression.Chain chain, Frame frame) {
        Typed first = Expressions.check(chain.first(), frame);
        Chains chains = new Chains(chain, first, frame);
        for (int i = 0; i < chain.rest().size(); i++) {
            chains.append(chain.rest().get(i), chains.reach(i));
        }
        if (chains.broken) {
            return chains.soFar.isKnown() ? Typed.shaped(chains.soFar.shape(), chain.span()) : Typed.UNKNOWN;
        }
        return new Typed(
                Optional.of(new Expr.Chain(first.expr().orElseThrow(), chains.links, chain.span())),
                chains.soFar.rows(),
                chains.soFar.number());
    }

    /** The chain up to and with an operand: spans of operands do not tell the parentheses around them. */
    private Span reach(int link) {
        if (link == chain.rest().size() - 1) {
            return chain.span();
        }
        int end = chain.rest().get(link + 1).signSpan().start();
        return frame.report().trimmed(new Span(chain.span().start(), end));
    }

    private void append(Expression.Link link, Span reach) {
        Typed operand = Expressions.check(link.operand(), frame);
        if (!soFar.isKnown() || !operand.isKnown()) {
            broken = true;
            soFar = link.sign() == Sign.TIMES || link.sign() == Sign.DIVIDE
                    ? Typed.UNKNOWN
                    : Elementwise.partlyKnown(soFar, operand, reach);
        } else {
            join(
                    new Argument(soFar, span),
                    link.sign(),
                    new Argument(operand, link.operand().span()),
                    reach);
        }
        span = reach;
    }

    private void join(Argument left, Sign sign, Argument right, Span reach) {
        Optional<Operator> operator = operator(left, sign, right, reach);
        Optional<Shape> shape = operator.flatMap(op -> shape(op, left, sign, right, reach));
        if (shape.isEmpty()) {
            broken = true;
            soFar = Typed.UNKNOWN;
            return;
        }
        Operator op = operator.orElseThrow();
        links.add(new Expr.Link(op, right.expr(), shape.get(), reach));
        List<RowBlock> rows = op == Operator.MATRIX_VECTOR || op == Operator.MATRIX_MATRIX
                ? left.typed().rows()
                : Elementwise.rows(left.typed(), right.typed(), shape.get());
        soFar = Typed.shaped(shape.get(), reach)
                .withRows(rows)
                .withNumber(number(op, left.typed().number(), right.typed().number()));
        if (op == Operator.DIVIDE && isZero(right.typed().number())) {
            frame.report()
                    .add(new DomainProblem.DivisionByZero(
                            right.span(), frame.report().words(right.span())));
            broken = true;
        }
    }

    private static boolean isZero(OptionalDouble number) {
        return number.isPresent() && number.getAsDouble() == 0;
    }

    private static OptionalDouble number(Operator operator, OptionalDouble left, OptionalDouble right) {
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalDouble.empty();
        }
        double x = left.getAsDouble();
        double y = right.getAsDouble();
        return OptionalDouble.of(
                switch (operator) {
                    case ADD -> x + y;
                    case SUBTRACT -> x - y;
                    case MULTIPLY, MATRIX_VECTOR, MATRIX_MATRIX -> x * y;
                    case DIVIDE -> x / y;
                });
    }

    private Optional<Operator> operator(Argument left, Sign sign, Argument right, Span reach) {
        return switch (sign) {
            case PLUS -> Optional.of(Operator.ADD);
            case MINUS -> Optional.of(Operator.SUBTRACT);
            case TIMES_EACH -> Optional.of(Operator.MULTIPLY);
            case DIVIDE_EACH -> Optional.of(Operator.DIVIDE);
            case DIVIDE -> division(left, right, reach);
            case TIMES -> product(left, right, reach);
            case POWER, POWER_EACH -> Optional.empty(); // never in a chain
        };
    }

    private Optional<Operator> division(Argument left, Argument right, Span reach) {
        if (right.shape().isScalar()) {
            return Optional.of(Operator.DIVIDE);
        }
        frame.report().add(new OperatorProblem.DividesByShaped(reach, left.operand(frame), right.operand(frame)));
        return Optional.empty();
    }

    private Optional<Operator> product(Argument left, Argument right, Span reach) {
        if (left.shape().isScalar() || right.shape().isScalar()) {
            return Optional.of(Operator.MULTIPLY);
        } else if (left.shape().isMatrix()) {
            return Optional.of(right.shape().isMatrix() ? Operator.MATRIX_MATRIX : Operator.MATRIX_VECTOR);
        }
        frame.report().add(new OperatorProblem.VectorTimes(reach, left.operand(frame), right.operand(frame)));
        return Optional.empty();
    }

    private Optional<Shape> shape(Operator operator, Argument left, Sign sign, Argument right, Span reach) {
        return switch (operator) {
            case ADD, SUBTRACT -> sum(left, sign, right, reach);
            case MULTIPLY, DIVIDE -> each(left, sign, right, reach);
            case MATRIX_VECTOR ->
                inner(left, right, reach)
                        ? Optional.of(Shape.vector(left.shape().rows()))
                        : Optional.empty();
            case MATRIX_MATRIX ->
                inner(left, right, reach)
                        ? Optional.of(
                                Shape.matrix(left.shape().rows(), right.shape().columns()))
                        : Optional.empty();
        };
    }

    private Optional<Shape> sum(Argument left, Sign sign, Argument right, Span reach) {
        boolean scalarAndMatrix = left.shape().isScalar() && right.shape().isMatrix()
                || left.shape().isMatrix() && right.shape().isScalar();
        if (scalarAndMatrix) {
            frame.report()
                    .add(new OperatorProblem.ScalarAndMatrix(reach, sign, left.operand(frame), right.operand(frame)));
            return Optional.empty();
        }
        Optional<Shape> shape = Elementwise.broadcast(left.shape(), right.shape());
        if (shape.isEmpty()) {
            frame.report().add(new OperatorProblem.NotAddable(reach, sign, left.operand(frame), right.operand(frame)));
        }
        return shape;
    }

    private Optional<Shape> each(Argument left, Sign sign, Argument right, Span reach) {
        Optional<Shape> shape = Elementwise.broadcast(left.shape(), right.shape());
        if (shape.isEmpty()) {
            frame.report()
                    .add(new OperatorProblem.NotElementwise(
                            reach, sign.text(), left.operand(frame), right.operand(frame)));
        }
        return shape;
    }

    private boolean inner(Argument left, Argument right, Span reach) {
        boolean fits = left.shape().columns().agrees(right.shape().rows());
        if (!fits) {
            frame.report().add(new OperatorProblem.NotMultipliable(reach, left.operand(frame), right.operand(frame)));
        }
        return fits;
    }
}
