package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.ExprChildren;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/** The lags met in a step: each becomes a delayed carry, whose next value is known only when the step is complete. */
final class Lags {
    private final Frame outside;
    private final Value counter;
    private final List<Lag> found = new ArrayList<>();

    /** One lag: its carry, the body's argument, and what it delays. */
    record Lag(Carry carry, Value argument, Expr of) {}

    /**
     * @param outside the frame before the loop: what stands before a lag reads nothing of the step
     * @param counter the index of the loop
     */
    Lags(Frame outside, Value counter) {
        this.outside = outside;
        this.counter = counter;
    }

    /** The value so many steps (at least 1) earlier; what stands before it may read running indices. */
    Value read(Expr.Lag lag, int steps, String hint, Frame inside) {
        if (readsFunction(lag.before())) {
            return chosen(lag, steps, hint, inside);
        }
        Frame numbered = outside.inner(outside.builder);
        inside.running().forEach(numbered::run);
        return delayed(lag, steps, hint, new Expressions(numbered).value(lag.before()));
    }

    private Value delayed(Expr.Lag lag, int steps, String hint, Value initial) {
        Value argument = outside.at(lag.of().span()).named(hint).fresh(initial.type());
        found.add(new Lag(Carry.delayed(initial, steps), argument, lag.of()));
        return argument;
    }

    /** Arguments of a function may differ from step to step: what stands before the lag is then chosen in the step. */
    private Value chosen(Expr.Lag lag, int steps, String hint, Frame inside) {
        Value none = outside.at(lag.span())
                .literal(Literal.of(0.0), Types.of(lag.before().shape()));
        Value earlier = delayed(lag, steps, hint, none);
        Builder builder = inside.at(lag.span());
        Value index = builder.fresh(Type.SCALAR);
        builder.add(new Instr.Real(index, counter, 0));
        Value early = builder.compare(Instr.Comparison.LESS, index, builder.constant(steps));
        Region before = Branches.region(inside, then -> List.of(new Expressions(then).value(lag.before())));
        return builder.branch(early, before, new Region(List.of(), List.of(), List.of(earlier)))
                .get(0);
    }

    private static boolean readsFunction(Expr expr) {
        boolean here = expr instanceof Expr.Reference reference
                && (reference.symbol().role() == Role.ARGUMENT
                        || reference.symbol().role() == Role.LOCAL);
        return here || ExprChildren.of(expr).stream().anyMatch(Lags::readsFunction);
    }

    /** The carries of all lags in a step that has been written; what is lagged may itself read a lag. */
    void close(Frame step, List<Carry> carries, List<Value> arguments, List<Value> results) {
        for (int i = 0; i < found.size(); i++) {
            carries.add(found.get(i).carry());
            arguments.add(found.get(i).argument());
            results.add(new Expressions(step).value(found.get(i).of()));
        }
    }
}
