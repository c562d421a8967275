package dev.orbit.compiler.lower;

import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Reductions over all steps, entry by entry, each a loop of its own. */
final class OverSteps {
    private OverSteps() {}

    static Value reduce(Expr.OverSteps expr, Frame frame) {
        return switch (expr.reduction()) {
            case SUM -> sum(expr, frame);
            case MEAN -> {
                Value sum = sum(expr, frame);
                Value count = frame.at(expr.span()).fresh(Type.SCALAR);
                frame.builder.add(new Instr.Extent(count, frame.horizon().steps()));
                yield frame.builder.divide(sum, count);
            }
            case NORM -> fold(expr, frame, Function2.HYPOT, 0.0);
            case MAX -> fold(expr, frame, Function2.MAX, Double.NEGATIVE_INFINITY);
            case MIN -> fold(expr, frame, Function2.MIN, Double.POSITIVE_INFINITY);
            case LOGSUMEXP -> fold(expr, frame, Function2.LOG_ADD_EXP, Double.NEGATIVE_INFINITY);
        };
    }

    private static Value sum(Expr.OverSteps expr, Frame frame) {
        Value none = frame.at(expr.span()).literal(Literal.of(0.0), Types.of(expr.shape()));
        return loop(expr, frame, Carry.sum(none), List.of(), (inside, value) -> value);
    }

    private static Value fold(Expr.OverSteps expr, Frame frame, Function2 f, double none) {
        Value initial = frame.at(expr.span()).literal(Literal.of(none), Types.of(expr.shape()));
        Value before = frame.builder.fresh(initial.type());
        return loop(
                expr, frame, Carry.state(initial), List.of(before), (inside, value) -> inside.apply(f, before, value));
    }

    private interface Next {
        Value of(Builder inside, Value value);
    }

    private static Value loop(Expr.OverSteps expr, Frame frame, Carry carry, List<Value> carried, Next next) {
        Builder builder = frame.builder.inner();
        Frame rowwise = frame.inner(builder);
        Horizon.Rows rows = frame.horizon().open(rowwise, frame);
        Lags lags = new Lags(frame, rows.counter());
        Frame inside = rowwise.step(builder, lags);
        List<Carry> carries = new ArrayList<>(List.of(carry));
        List<Value> arguments = new ArrayList<>(List.of(rows.counter()));
        arguments.addAll(carried);
        List<Value> results = new ArrayList<>();
        results.add(next.of(builder, new Expressions(inside).value(expr.body())));
        lags.close(inside, carries, arguments, results);
        arguments.addAll(rows.values());
        Region body = new Region(arguments, builder.written(), results);
        return frame.at(expr.span())
                .loop(Instr.Axis.STEPS, frame.horizon().steps(), false, carries, rows.sequences(), body)
                .get(0);
    }
}
