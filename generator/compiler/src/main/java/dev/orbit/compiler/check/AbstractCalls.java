package dev.orbit.compiler.check;

import dev.orbit.compiler.model.AbstractFunction;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import java.util.List;

/** Types calls of abstract functions: the shapes are those declared; a scalar function of one variable applies elementwise. */
final class AbstractCalls {
    private AbstractCalls() {}

    static Typed check(Callee.Abstract callee, List<Argument> arguments, Span span, Frame frame) {
        if (callee.function().isEmpty()) {
            return Typed.UNKNOWN;
        }
        AbstractFunction function = callee.function().get();
        boolean known = arguments.stream().allMatch(Argument::isKnown);
        if (function.isScalar() && arguments.size() == 1) {
            return known
                    ? call(function, arguments, arguments.get(0).shape(), span)
                            .withRows(arguments.get(0).typed().rows())
                    : Typed.UNKNOWN;
        }
        boolean fits = true;
        for (int i = 0; i < arguments.size(); i++) {
            AbstractFunction.Parameter parameter = function.parameters().get(i);
            if (arguments.get(i).isKnown() && !arguments.get(i).shape().agrees(parameter.shape())) {
                frame.report()
                        .add(new ArgumentProblem.AbstractArgument(
                                arguments.get(i).span(),
                                callee.name(),
                                parameter,
                                arguments.get(i).operand(frame),
                                callee.declared()));
                fits = false;
            }
        }
        return fits && known
                ? call(function, arguments, function.result(), span)
                : Typed.shaped(function.result(), span);
    }

    private static Typed call(AbstractFunction function, List<Argument> arguments, Shape shape, Span span) {
        List<Expr> values = arguments.stream().map(Argument::expr).toList();
        return Typed.of(new Expr.CallAbstract(function, values, shape, span));
    }
}
