package dev.orbit.compiler.check;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.ExprChildren;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Sign;
import java.util.Optional;

/** Types expressions: one instance for each surrounding frame. What is wrong is reported and becomes unknown. */
final class Expressions implements Expression.Cases<Typed> {
    private final Frame frame;

    private Expressions(Frame frame) {
        this.frame = frame;
    }

    static Typed check(Expression expression, Frame frame) {
        Depth depth = frame.run().depth();
        if (!depth.allows(1)) {
            frame.report().add(new NameProblem.NestedTooDeep(expression.span()));
            return Typed.UNKNOWN;
        }
        return depth.below(() -> expression.match(new Expressions(frame)));
    }

    /** Of an expression that must be a scalar; {@code what} names it in the message, as in {@code a loss}. */
    static Typed checkScalar(Expression expression, String what, Frame frame) {
        Typed typed = check(expression, frame);
        if (typed.isKnown() && !typed.isScalar()) {
            frame.report().add(new ShapeProblem.NotScalar(what, frame.operand(typed, expression.span())));
            return Typed.UNKNOWN;
        }
        return typed;
    }

    private Typed check(Expression expression) {
        return check(expression, frame);
    }

    @Override
    public Typed number(Expression.Number number) {
        return Typed.number(new Expr.Number(number.value(), number.text(), number.span()), number.value());
    }

    @Override
    public Typed infinity(Expression.Infinity infinity) {
        return Typed.number(new Expr.Infinity(infinity.span()), Double.POSITIVE_INFINITY);
    }

    @Override
    public Typed reference(Expression.Reference reference) {
        return Naming.reference(reference.name(), frame);
    }

    @Override
    public Typed primed(Expression.Primed primed) {
        return Naming.primed(primed, frame);
    }

    @Override
    public Typed modelTerm(Expression.ModelTerm term) {
        return ClaimTerms.quantity(term, frame);
    }

    @Override
    public Typed call(Expression.Call call) {
        return Calls.check(call, frame);
    }

    @Override
    public Typed derivativeCall(Expression.DerivativeCall call) {
        return Calls.checkDerivative(call, frame);
    }

    @Override
    public Typed reduce(Expression.Reduce reduce) {
        return Comprehensions.check(reduce, frame);
    }

    @Override
    public Typed reduceSteps(Expression.ReduceSteps reduce) {
        return StepReductions.check(reduce, frame);
    }

    @Override
    public Typed comprehension(Expression.Comprehension comprehension) {
        return Comprehensions.check(comprehension, frame);
    }

    @Override
    public Typed block(Expression.Block block) {
        return BlockLiterals.check(block, frame);
    }

    @Override
    public Typed index(Expression.Index index) {
        return Accesses.check(index, frame);
    }

    @Override
    public Typed negation(Expression.Negation negation) {
        Typed of = check(negation.operand());
        return Elementwise.one(Function1.NEGATE, of, negation.span(), frame).withRows(of.rows());
    }

    @Override
    public Typed chain(Expression.Chain chain) {
        return Chains.check(chain, frame);
    }

    @Override
    public Typed power(Expression.Power power) {
        Argument left = new Argument(check(power.base()), power.base().span());
        Argument right = new Argument(check(power.exponent()), power.exponent().span());
        if (power.sign() == Sign.POWER_EACH || !left.isKnown() || !right.isKnown()) {
            return Elementwise.two(Function2.POWER, ".^", left, right, power.span(), frame);
        }
        if (!left.shape().isScalar() || !right.shape().isScalar()) {
            frame.report()
                    .add(new OperatorProblem.PowerOfShaped(power.span(), left.operand(frame), right.operand(frame)));
            return Typed.UNKNOWN;
        }
        return Elementwise.two(Function2.POWER, "^", left, right, power.span(), frame);
    }

    @Override
    public Typed comparison(Expression.Comparison comparison) {
        return conditionAsNumber(comparison.span());
    }

    @Override
    public Typed not(Expression.Not not) {
        return conditionAsNumber(not.span());
    }

    @Override
    public Typed logic(Expression.Logic logic) {
        return conditionAsNumber(logic.span());
    }

    private Typed conditionAsNumber(Span span) {
        frame.report()
                .add(new TypeProblem.ConditionAsNumber(span, frame.report().words(span)));
        return Typed.UNKNOWN;
    }

    @Override
    public Typed conditional(Expression.Conditional conditional) {
        return Conditionals.check(conditional, frame);
    }

    /** A literal {@code 0} where a whole shape is expected: it fills the shape. */
    static boolean isZero(Expression expression) {
        return expression instanceof Expression.Number number && number.value() == 0;
    }

    /** A scalar of numbers, dims and constants in every entry of a shape, or the value itself if it has the shape. */
    static Optional<Expr> fit(Typed typed, Shape shape) {
        if (!typed.isKnown()) {
            return Optional.empty();
        }
        Expr expr = typed.expr().orElseThrow();
        if (expr.shape().agrees(shape)) {
            return Optional.of(expr);
        }
        return typed.isScalar() && isFixed(expr) ? Optional.of(new Expr.Fill(expr, shape)) : Optional.empty();
    }

    // Made of numbers, dims and constants: what was forgotten to be given a shape is a name of data or of a parameter.
    private static boolean isFixed(Expr expr) {
        if (expr instanceof Expr.Reference reference) {
            return reference.symbol().role() == Role.CONSTANT;
        }
        return !(expr instanceof Expr.Primed) && ExprChildren.of(expr).stream().allMatch(Expressions::isFixed);
    }
}
