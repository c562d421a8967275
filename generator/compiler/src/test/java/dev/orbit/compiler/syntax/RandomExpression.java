package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Expressions of every kind without any meaning, drawn from a seed. */
final class RandomExpression {
    static final Span NOWHERE = new Span(0, 0);

    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "h",
            "y_true",
            "ε",
            "naïve",
            "x1",
            "_hidden",
            "per",
            "over",
            "steps",
            "at",
            "assuming",
            "E",
            "sum");
    private static final List<String> NUMBERS =
            List.of("0", "1", "2.5", "1e-3", "0.001", "6.02E+23", "12", "007", "1.0e10");

    private final Random random;

    RandomExpression(Random random) {
        this.random = random;
    }

    Name name() {
        return new Name(any(NAMES), NOWHERE);
    }

    <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> List<T> some(int least, int most, Supplier<T> draw) {
        return Stream.generate(draw)
                .limit(least + random.nextInt(most - least + 1))
                .toList();
    }

    Range range(int depth) {
        return new Range(expression(depth - 1), expression(depth - 1), NOWHERE);
    }

    Binder binder(int depth) {
        return new Binder(name(), range(depth), NOWHERE);
    }

    /** @param depth how many levels there may be below this one */
    Expression expression(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        return switch (below(16)) {
            case 0 -> new Expression.Call(name(), some(0, 3, () -> expression(depth - 1)), NOWHERE);
            case 1 -> new Expression.DerivativeCall(name(), some(1, 2, () -> expression(depth - 1)), NOWHERE);
            case 2 -> new Expression.Reduce(name(), some(1, 2, () -> binder(depth)), expression(depth - 1), NOWHERE);
            case 3 -> new Expression.ReduceSteps(name(), expression(depth - 1), NOWHERE);
            case 4 -> new Expression.Comprehension(some(1, 2, () -> binder(depth)), expression(depth - 1), NOWHERE);
            case 5 -> new Expression.Block(some(1, 3, () -> some(1, 3, () -> expression(depth - 1))), NOWHERE);
            case 6 -> new Expression.Index(expression(depth - 1), some(1, 2, () -> subscript(depth - 1)), NOWHERE);
            case 7 -> new Expression.Negation(expression(depth - 1), NOWHERE);
            case 8, 9, 10 -> chain(depth);
            case 11 ->
                new Expression.Power(
                        expression(depth - 1),
                        any(List.of(Sign.POWER, Sign.POWER_EACH)),
                        expression(depth - 1),
                        NOWHERE);
            case 12 -> comparison(depth);
            case 13 -> new Expression.Not(expression(depth - 1), NOWHERE);
            case 14 ->
                new Expression.Logic(
                        any(List.of(Expression.Connective.values())), some(2, 3, () -> expression(depth - 1)), NOWHERE);
            default ->
                new Expression.Conditional(
                        some(1, 2, () -> new Expression.Choice(expression(depth - 1), expression(depth - 1))),
                        expression(depth - 1),
                        NOWHERE);
        };
    }

    Expression.Comparison comparison(int depth) {
        return new Expression.Comparison(
                expression(depth - 1), any(List.of(Relation.values())), expression(depth - 1), NOWHERE);
    }

    Subscript subscript(int depth) {
        return switch (below(3)) {
            case 0 -> new Subscript.At(expression(depth));
            case 1 -> new Subscript.Between(range(depth));
            default -> new Subscript.All(NOWHERE);
        };
    }

    private Expression leaf() {
        return switch (below(5)) {
            case 0 -> new Expression.Number(any(NUMBERS), NOWHERE);
            case 1 -> new Expression.Infinity(NOWHERE);
            case 2 -> new Expression.Primed(name(), NOWHERE);
            default -> new Expression.Reference(name());
        };
    }

    private Expression chain(int depth) {
        Sign.Level level = any(List.of(Sign.Level.SUM, Sign.Level.PRODUCT));
        List<Sign> signs =
                Stream.of(Sign.values()).filter(sign -> sign.level() == level).toList();
        List<Expression.Link> rest =
                new ArrayList<>(some(1, 3, () -> new Expression.Link(any(signs), NOWHERE, expression(depth - 1))));
        return new Expression.Chain(expression(depth - 1), rest, NOWHERE);
    }
}
