package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Comparison;
import dev.orbit.compiler.model.Condition;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Relation;
import java.util.List;
import java.util.Optional;

/** Types what is true or false: comparisons of scalars, {@code known}, and what joins them. */
final class Conditions {
    private final Frame frame;

    private Conditions(Frame frame) {
        this.frame = frame;
    }

    /** Empty if something in it is wrong, which has been reported. */
    static Optional<Condition> check(Expression expression, Frame frame) {
        return new Conditions(frame).check(expression);
    }

    private Optional<Condition> check(Expression expression) {
        if (expression instanceof Expression.Comparison comparison) {
            return compare(comparison).map(c -> c);
        } else if (expression instanceof Expression.Not not) {
            return check(not.operand()).map(of -> new Condition.Not(of, not.span()));
        } else if (expression instanceof Expression.Logic logic) {
            return logic(logic);
        } else if (expression instanceof Expression.Call call && Calls.isKnown(call, frame)) {
            return known(call);
        }
        Typed number = Expressions.check(expression, frame);
        if (number.isKnown()) {
            frame.report()
                    .add(new TypeProblem.NumberAsCondition(
                            expression.span(), frame.report().words(expression.span()), number.isScalar()));
        }
        return Optional.empty();
    }

    private Optional<Condition> logic(Expression.Logic logic) {
        List<Optional<Condition>> parts =
                logic.operands().stream().map(this::check).toList();
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Condition> of = parts.stream().flatMap(Optional::stream).toList();
        return Optional.of(
                switch (logic.connective()) {
                    case AND -> new Condition.And(of, logic.span());
                    case OR -> new Condition.Or(of, logic.span());
                });
    }

    /** A comparison of two scalars. */
    Optional<Condition.Compare> compare(Expression.Comparison comparison) {
        Typed left = Expressions.check(comparison.left(), frame);
        Typed right = Expressions.check(comparison.right(), frame);
        if (!left.isKnown() || !right.isKnown()) {
            return Optional.empty();
        }
        if (!left.isScalar() || !right.isScalar()) {
            frame.report()
                    .add(new OperatorProblem.ComparesShaped(
                            comparison.span(),
                            frame.operand(left, comparison.left().span()),
                            frame.operand(right, comparison.right().span())));
            return Optional.empty();
        }
        return Optional.of(new Condition.Compare(
                relation(comparison.relation()),
                left.expr().orElseThrow(),
                right.expr().orElseThrow(),
                comparison.span()));
    }

    static Optional<Condition.Compare> compare(Expression.Comparison comparison, Frame frame) {
        return new Conditions(frame).compare(comparison);
    }

    private static Comparison relation(Relation relation) {
        return switch (relation) {
            case LESS -> Comparison.LESS;
            case LESS_OR_EQUAL -> Comparison.LESS_EQUAL;
            case GREATER -> Comparison.GREATER;
            case GREATER_OR_EQUAL -> Comparison.GREATER_EQUAL;
            case EQUAL -> Comparison.EQUAL;
            case NOT_EQUAL -> Comparison.NOT_EQUAL;
        };
    }

    private Optional<Condition> known(Expression.Call call) {
        if (call.arguments().size() != 1) {
            frame.report().add(FunctionProblem.WrongCount.of(call, List.of(1, 1), Optional.empty()));
            return Optional.empty();
        }
        Expression of = call.arguments().get(0);
        Typed datum = Expressions.check(of, frame);
        if (!datum.isKnown()) {
            return Optional.empty();
        }
        Expr expr = datum.expr().orElseThrow();
        Expr whole = expr instanceof Expr.Access access ? access.of() : expr;
        if (!(whole instanceof Expr.Reference reference
                && reference.symbol().role().isData())) {
            Span span = of.span();
            frame.report().add(new StepProblem.KnownOfOther(span, frame.report().words(span)));
            return Optional.empty();
        }
        return Optional.of(new Condition.Known(expr, call.span()));
    }
}
