package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Condition;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Types {@code if c then p else q}: all values have one shape, which a literal {@code 0} fills. */
final class Conditionals {
    private Conditionals() {}

    static Typed check(Expression.Conditional conditional, Frame frame) {
        List<Expression> written = Stream.concat(
                        conditional.choices().stream().map(Expression.Choice::value),
                        Stream.of(conditional.otherwise()))
                .toList();
        List<Optional<Condition>> conditions = conditional.choices().stream()
                .map(choice -> Conditions.check(choice.condition(), frame))
                .toList();
        List<Typed> typed =
                written.stream().map(value -> Expressions.check(value, frame)).toList();
        Optional<Shape> shape = shape(written, typed, frame);
        if (shape.isEmpty()) {
            return Typed.UNKNOWN;
        }
        if (conditions.stream().anyMatch(Optional::isEmpty) || !typed.stream().allMatch(Typed::isKnown)) {
            return Typed.shaped(shape.get(), conditional.span());
        }
        List<Expr> values = typed.stream()
                .map(value -> Expressions.fit(value, shape.get()).orElseThrow())
                .toList();
        List<Expr.Choice> choices = IntStream.range(0, conditions.size())
                .mapToObj(i -> new Expr.Choice(conditions.get(i).orElseThrow(), values.get(i)))
                .toList();
        return Typed.of(new Expr.Conditional(choices, values.get(values.size() - 1), conditional.span()));
    }

    /** The one shape of all values that are no literal zero; empty if they differ, or if nothing is known. */
    private static Optional<Shape> shape(List<Expression> written, List<Typed> typed, Frame frame) {
        List<Operand> known = new ArrayList<>();
        List<Operand> zeros = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            if (typed.get(i).isKnown()) {
                Operand operand = frame.operand(typed.get(i), written.get(i).span());
                (Expressions.isZero(written.get(i)) ? zeros : known).add(operand);
            }
        }
        if (known.isEmpty()) {
            return zeros.stream().map(Operand::shape).findFirst();
        }
        Operand first = known.get(0);
        for (Operand other : known) {
            if (!first.shape().agrees(other.shape())) {
                frame.report().add(new OperatorProblem.ChoicesDiffer(other.span(), first, other));
                return Optional.empty();
            }
        }
        return Optional.of(first.shape());
    }
}
