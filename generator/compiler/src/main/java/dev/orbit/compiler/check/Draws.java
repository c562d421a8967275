package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Types draws in an {@code init}: {@code normal(mean, sd)}, {@code uniform(lo, hi)}, {@code glorot()}, {@code orthogonal()}. */
final class Draws {
    private Draws() {}

    static Optional<Init.Value> check(
            Expression.Call call, Init.Distribution distribution, Symbol parameter, Frame frame) {
        int wanted = Family.named(call.function().text()).orElseThrow().least();
        if (call.arguments().size() != wanted) {
            frame.report().add(FunctionProblem.WrongCount.of(call, List.of(wanted, wanted), Optional.empty()));
            return Optional.empty();
        }
        List<Typed> arguments = call.arguments().stream()
                .map(argument -> Expressions.checkScalar(argument, "an argument of a draw", frame))
                .toList();
        if (!arguments.stream().allMatch(Typed::isKnown)) {
            return Optional.empty();
        }
        return allows(call, distribution, arguments, frame) && fits(call, distribution, parameter, frame)
                ? Optional.of(new Init.Value.Drawn(
                        distribution,
                        arguments.stream()
                                .map(typed -> typed.expr().orElseThrow())
                                .toList(),
                        call.span()))
                : Optional.empty();
    }

    private static boolean allows(
            Expression.Call call, Init.Distribution distribution, List<Typed> arguments, Frame frame) {
        boolean wrong = switch (distribution) {
            case NORMAL -> !(value(arguments.get(1)) >= 0);
            case UNIFORM -> !(value(arguments.get(0)) <= value(arguments.get(1)));
            case GLOROT, ORTHOGONAL -> false;
        };
        boolean numbers = arguments.stream().allMatch(a -> a.number().isPresent());
        if (wrong && numbers) {
            frame.report()
                    .add(new DomainProblem.DrawArguments(
                            call.span(), frame.report().words(call.span()), distribution));
        }
        return !wrong || !numbers;
    }

    private static double value(Typed argument) {
        OptionalDouble number = argument.number();
        return number.isPresent() ? number.getAsDouble() : Double.NaN;
    }

    private static boolean fits(Expression.Call call, Init.Distribution distribution, Symbol parameter, Frame frame) {
        boolean matrix = distribution == Init.Distribution.GLOROT || distribution == Init.Distribution.ORTHOGONAL;
        if (matrix && !parameter.shape().isMatrix()) {
            frame.report()
                    .add(new DomainProblem.DrawNeedsMatrix(
                            call.span(), call.function().text(), parameter));
        }
        return !matrix || parameter.shape().isMatrix();
    }
}
