package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lags met in a step: each becomes a delayed carry, whose next value is known only when the step is complete. */
final class Lags {
    private final Frame outside;
    private final List<Lag> found = new ArrayList<>();

    /** One lag: its carry, the body's argument, and what it delays. */
    record Lag(Carry carry, Value argument, Expr of) {}

    /** @param outside the frame before the loop: what stands before a lag reads nothing of the step */
    Lags(Frame outside) {
        this.outside = outside;
    }

    /** The value of {@code of} so many steps (at least 1) earlier; {@code before} may read running indices. */
    Value read(Expr of, int steps, Expr before, String hint, Map<Symbol, Integer> running) {
        Frame numbered = outside.inner(outside.builder);
        running.forEach(numbered::run);
        Value initial = new Expressions(numbered).value(before);
        Value argument = outside.at(of.span()).named(hint).fresh(initial.type());
        found.add(new Lag(Carry.delayed(initial, steps), argument, of));
        return argument;
    }

    List<Lag> found() {
        return found;
    }
}
