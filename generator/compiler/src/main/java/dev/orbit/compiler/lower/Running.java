package dev.orbit.compiler.lower;

import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Reduction;
import dev.orbit.compiler.model.RunningIndex;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Expressions over running indices, written out entry by entry. */
final class Running {
    private Running() {}

    /** The body's values, the last index running fastest. */
    private static List<Value> values(List<RunningIndex> indices, Expr body, Frame frame) {
        if (indices.isEmpty()) {
            return List.of(new Expressions(frame).value(body));
        }
        List<Value> values = new ArrayList<>();
        RunningIndex index = indices.get(0);
        for (int i = index.first(); i <= index.last(); i++) {
            Frame inside = frame.inner(frame.builder);
            inside.run(index.symbol(), i);
            values.addAll(values(indices.subList(1, indices.size()), body, inside));
        }
        return values;
    }

    static Value reduce(Expr.ReduceOver expr, Frame frame) {
        List<Value> values = values(expr.indices(), expr.body(), frame);
        Builder builder = frame.at(expr.span());
        Type type = Types.of(expr.shape());
        return switch (expr.reduction()) {
            case SUM -> fold(values, Function2.ADD, 0.0, type, builder);
            case MEAN ->
                builder.divide(fold(values, Function2.ADD, 0.0, type, builder), builder.constant(values.size()));
            case MAX -> fold(values, Function2.MAX, Double.NEGATIVE_INFINITY, type, builder);
            case MIN -> fold(values, Function2.MIN, Double.POSITIVE_INFINITY, type, builder);
            case NORM, LOGSUMEXP -> stacked(expr.reduction(), values, builder);
        };
    }

    private static Value fold(List<Value> values, Function2 f, double none, Type type, Builder builder) {
        return values.stream()
                .reduce((x, y) -> builder.apply(f, x, y))
                .orElseGet(() -> builder.literal(Literal.of(none), type));
    }

    private static Value stacked(Reduction reduction, List<Value> values, Builder builder) {
        if (values.isEmpty()) {
            return builder.constant(reduction == Reduction.NORM ? 0.0 : Double.NEGATIVE_INFINITY);
        }
        Value stack = values.size() == 1
                ? values.get(0)
                : builder.view(Access.STACK, Type.vector(values.size()), List.of(), values.toArray(Value[]::new));
        return Shapes.reduce(reduction, stack, builder);
    }

    static Term comprehension(Expr.Comprehension expr, Frame frame) {
        List<Value> values = values(expr.indices(), expr.body(), frame);
        Builder builder = frame.at(expr.span());
        Type type = Types.of(expr.shape());
        if (values.size() == 1) {
            return new Term.Plain(values.get(0));
        } else if (values.isEmpty()) {
            return new Term.Plain(builder.literal(Literal.of(0.0), type));
        }
        Value stack = builder.view(Access.STACK, Type.vector(values.size()), List.of(), values.toArray(Value[]::new));
        return new Term.Plain(Shapes.reshape(stack, type, builder));
    }
}
