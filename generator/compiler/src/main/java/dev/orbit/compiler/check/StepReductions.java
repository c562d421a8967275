package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Reduction;
import dev.orbit.compiler.syntax.Expression;
import java.util.Optional;

/** Types {@code mean(over steps: body)}. */
final class StepReductions {
    private StepReductions() {}

    static Typed check(Expression.ReduceSteps reduce, Frame frame) {
        Optional<Reduction> reduction = Comprehensions.reduction(reduce.function(), frame);
        if (!Visibility.allowsOverSteps(frame.site())) {
            frame.report().add(new StepProblem.ReducedInStep(reduce.span(), frame.site(), Optional.empty()));
            return Typed.UNKNOWN;
        }
        Typed body = Expressions.check(reduce.body(), frame.at(Site.OVER_STEPS));
        if (reduction.isEmpty() || !body.isKnown()) {
            return Typed.UNKNOWN;
        }
        boolean anyShape = reduction.get() == Reduction.SUM || reduction.get() == Reduction.MEAN;
        if (!anyShape && !body.isScalar()) {
            frame.report()
                    .add(new ShapeProblem.NotScalar(
                            "what `" + reduce.function().text() + "` takes over steps",
                            frame.operand(body, reduce.body().span())));
            return Typed.UNKNOWN;
        }
        return Typed.of(new Expr.OverSteps(reduction.get(), body.expr().orElseThrow(), reduce.span()));
    }
}
