package dev.orbit.compiler.check;

import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.LinearFunction;
import dev.orbit.compiler.model.MatrixFunction;
import dev.orbit.compiler.model.Reduction;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.function.Supplier;

/** Types built-in functions of whole vectors and matrices. */
final class BuiltIns {
    private final Family family;
    private final List<Argument> arguments;
    private final Span span;
    private final Frame frame;

    private BuiltIns(Family family, List<Argument> arguments, Span span, Frame frame) {
        this.family = family;
        this.arguments = arguments;
        this.span = span;
        this.frame = frame;
    }

    static Typed check(Family family, List<Argument> arguments, Span span, Frame frame) {
        return new BuiltIns(family, arguments, span, frame).check();
    }

    private Typed check() {
        return switch (family) {
            case MAX, MIN ->
                arguments.size() == 2 ? extreme() : reduce(family.reduction().orElseThrow());
            case CLAMP -> clamp();
            case SUM, MEAN, LOGSUMEXP, NORM -> reduce(family.reduction().orElseThrow());
            case DOT -> known(this::dot);
            case OUTER -> known(this::outer);
            case TRANSPOSE -> known(this::transpose);
            case DIAG -> known(this::diagonal);
            case SOLVE -> known(this::solve);
            case LOGDET -> known(() -> square(0) ? whole(MatrixFunction.LOGDET, Shape.SCALAR) : Typed.UNKNOWN);
            case SOFTMAX -> known(() -> vectors() ? whole(MatrixFunction.SOFTMAX, shape(0)) : refuse(0, "a vector"));
            case LOGSOFTMAX ->
                known(() -> vectors() ? whole(MatrixFunction.LOGSOFTMAX, shape(0)) : refuse(0, "a vector"));
            case PUSH -> known(this::push);
            case EYE, LAG, KNOWN, REPEAT, NORMAL, UNIFORM, GLOROT, ORTHOGONAL, GRADIENT, ORDER -> Typed.UNKNOWN;
        };
    }

    private Typed known(Supplier<Typed> check) {
        return allKnown() ? check.get() : Typed.UNKNOWN;
    }

    private boolean allKnown() {
        return arguments.stream().allMatch(Argument::isKnown);
    }

    private Shape shape(int argument) {
        return arguments.get(argument).shape();
    }

    private Expr expr(int argument) {
        return arguments.get(argument).expr();
    }

    private boolean vectors() {
        return arguments.stream().allMatch(a -> a.shape().isVector());
    }

    private Typed refuse(int argument, String wanted) {
        frame.report()
                .add(new ArgumentProblem.WrongArgument(
                        arguments.get(argument).span(),
                        family.word(),
                        wanted,
                        arguments.get(argument).operand(frame)));
        return Typed.UNKNOWN;
    }

    private Typed whole(MatrixFunction function, Shape shape) {
        return Sizes.fits(shape, span, frame)
                ? Typed.of(new Expr.Whole(function, expr(0), shape, span))
                : Typed.UNKNOWN;
    }

    private Typed linear(LinearFunction function, Shape shape) {
        return Sizes.fits(shape, span, frame)
                ? Typed.of(new Expr.Linear(function, expr(0), expr(1), shape, span))
                : Typed.UNKNOWN;
    }

    private Typed reduce(Reduction reduction) {
        if (!allKnown()) {
            return Typed.UNKNOWN;
        }
        return reduction == Reduction.NORM && shape(0).isMatrix()
                ? refuse(0, "a vector")
                : Typed.of(new Expr.Reduce(reduction, expr(0), span));
    }

    private Typed extreme() {
        Function2 function = family == Family.MAX ? Function2.MAX : Function2.MIN;
        return Elementwise.two(function, family.word(), arguments.get(0), arguments.get(1), span, frame);
    }

    /** {@code clamp(x, low, high)} is {@code min(max(x, low), high)}. */
    private Typed clamp() {
        Argument low = arguments.get(1);
        Argument high = arguments.get(2);
        if (low.typed().number().isPresent()
                && high.typed().number().isPresent()
                && low.typed().number().getAsDouble() > high.typed().number().getAsDouble()) {
            frame.report()
                    .add(new DomainProblem.ClampReversed(
                            low.span().to(high.span()),
                            frame.report().words(low.span()),
                            frame.report().words(high.span())));
            return Typed.UNKNOWN;
        }
        Typed above = Elementwise.two(Function2.MAX, family.word(), arguments.get(0), low, span, frame);
        return Elementwise.two(
                Function2.MIN,
                family.word(),
                new Argument(above, arguments.get(0).span()),
                high,
                span,
                frame);
    }

    private Typed dot() {
        if (shape(0).isMatrix() || shape(1).isMatrix() || shape(0).rank() != shape(1).rank()) {
            return refuse(shape(0).isVector() ? 1 : 0, "a vector");
        }
        return sameLength() ? linear(LinearFunction.DOT, Shape.SCALAR) : Typed.UNKNOWN;
    }

    private boolean sameLength() {
        boolean same = shape(0).rows().agrees(shape(1).rows());
        if (!same) {
            frame.report()
                    .add(new ArgumentProblem.LengthsDiffer(
                            span,
                            family.word(),
                            arguments.get(0).operand(frame),
                            arguments.get(1).operand(frame)));
        }
        return same;
    }

    private Typed outer() {
        if (!vectors()) {
            return refuse(shape(0).isVector() ? 1 : 0, "a vector");
        }
        return linear(LinearFunction.OUTER, Shape.matrix(shape(0).rows(), shape(1).rows()));
    }

    private Typed transpose() {
        return shape(0).isScalar()
                ? refuse(0, "a matrix or vector")
                : whole(MatrixFunction.TRANSPOSE, Shape.matrix(shape(0).columns(), shape(0).rows()));
    }

    private Typed diagonal() {
        if (shape(0).isVector()) {
            return whole(MatrixFunction.DIAGONAL_MATRIX, Shape.matrix(shape(0).rows(), shape(0).rows()));
        }
        return square(0) ? whole(MatrixFunction.DIAGONAL, Shape.vector(shape(0).rows())) : Typed.UNKNOWN;
    }

    /** Whether an argument is a square matrix; reports if not. */
    private boolean square(int argument) {
        if (!shape(argument).isMatrix()) {
            refuse(argument, family == Family.DIAG ? "a vector or a square matrix" : "a square matrix");
            return false;
        }
        boolean square = shape(argument).rows().agrees(shape(argument).columns());
        if (!square) {
            frame.report()
                    .add(new ArgumentProblem.NotSquare(
                            arguments.get(argument).span(),
                            family.word(),
                            arguments.get(argument).operand(frame)));
        }
        return square;
    }

    private Typed solve() {
        if (!square(0)) {
            return Typed.UNKNOWN;
        } else if (shape(1).isScalar()) {
            return refuse(1, "a vector or matrix");
        }
        return sameLength() ? linear(LinearFunction.SOLVE, shape(1)) : Typed.UNKNOWN;
    }

    private Typed push() {
        if (!shape(0).isVector() || shape(0).rows().size() == 0) {
            return refuse(0, "a vector that is not empty");
        }
        return shape(1).isScalar() ? Typed.of(new Expr.Push(expr(0), expr(1), span)) : refuse(1, "a scalar");
    }
}
