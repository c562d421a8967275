package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.FunctionInstance;
import dev.orbit.compiler.model.Index;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** Types built-in functions that look at their arguments as written: {@code eye}, {@code lag}, {@code repeat} and their kin. */
final class Constructs {
    private Constructs() {}

    static Typed check(Family family, Expression.Call call, Frame frame) {
        return switch (family) {
            case EYE -> eye(call, frame);
            case LAG -> Lags.check(call, frame);
            case REPEAT -> repeat(call, frame);
            case KNOWN -> {
                frame.report()
                        .add(new TypeProblem.ConditionAsNumber(
                                call.span(), frame.report().words(call.span())));
                yield Typed.UNKNOWN;
            }
            case NORMAL, UNIFORM, GLOROT, ORTHOGONAL -> {
                frame.report()
                        .add(new FunctionProblem.DrawOutsideInit(
                                call.span(), call.function().text()));
                yield Typed.UNKNOWN;
            }
            case GRADIENT -> ClaimTerms.gradient(call, frame);
            case ORDER -> {
                frame.report().add(new ClaimProblem.OrderForm(call.span(), frame.site() == Site.CLAIM));
                yield Typed.UNKNOWN;
            }
            case SUM, MEAN, NORM, MAX, MIN, LOGSUMEXP, DOT, OUTER, TRANSPOSE, DIAG, SOLVE, LOGDET -> Typed.UNKNOWN;
            case SOFTMAX, LOGSOFTMAX, CLAMP, PUSH -> Typed.UNKNOWN; // plain: never here
        };
    }

    private static Typed eye(Expression.Call call, Frame frame) {
        Optional<Extent> size = Sizes.check(call.arguments().get(0), frame);
        return size.filter(n -> Sizes.fits(Shape.matrix(n, n), call.span(), frame))
                .map(n -> Typed.of(new Expr.Identity(n, call.span())))
                .orElse(Typed.UNKNOWN);
    }

    private static Typed repeat(Expression.Call call, Frame frame) {
        List<Expression> arguments = call.arguments();
        Optional<Callee> callee =
                Calls.Arguments.handed(arguments.get(0), call.function().text(), frame);
        Optional<Index> count = count(arguments.get(1), frame);
        Typed start = Expressions.check(arguments.get(2), frame);
        if (callee.isEmpty() || !start.isKnown()) {
            return start.isKnown() ? Typed.shaped(start.shape(), call.span()) : Typed.UNKNOWN;
        }
        Span span = arguments.get(0).span();
        Optional<FunctionInstance> function = Instances.wrap(callee.get(), List.of(start.shape()), span, frame);
        if (function.isEmpty() || count.isEmpty() || !Visibility.check(function.get(), span, frame)) {
            return Typed.shaped(start.shape(), call.span());
        }
        if (!function.get().shape().agrees(start.shape())) {
            frame.report()
                    .add(new ArgumentProblem.RepeatChangesShape(
                            call.span(),
                            callee.get().name(),
                            function.get().shape(),
                            frame.operand(start, arguments.get(2).span()),
                            Calls.declared(callee.get(), frame)));
            return Typed.UNKNOWN;
        }
        return Typed.of(new Expr.Repeat(
                        function.get(), count.get(), start.expr().orElseThrow(), call.span()))
                .withRows(start.rows());
    }

    private static Optional<Index> count(Expression written, Frame frame) {
        Optional<Indices.Datum> datum = Indices.datum(written, frame);
        if (datum.isPresent()) {
            if (datum.get().range().first() < 0) {
                frame.report()
                        .add(new CountProblem.NegativeRepeat(
                                written.span(), datum.get().range().first()));
                return Optional.empty();
            }
            return datum.get().expr().map(Index.Given::new);
        }
        Optional<Integer> count = WholeNumbers.checkConstant(written, "how often", frame);
        if (count.isPresent() && count.get() < 0) {
            frame.report().add(new CountProblem.NegativeRepeat(written.span(), count.get()));
            return Optional.empty();
        }
        return count.map(n -> new Index.Fixed(Affine.of(n)));
    }
}
