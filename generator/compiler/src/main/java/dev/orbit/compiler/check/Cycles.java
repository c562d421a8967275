package dev.orbit.compiler.check;

import dev.orbit.compiler.syntax.Name;
import java.util.List;
import java.util.function.IntFunction;

/** Reports cycles of declarations. */
final class Cycles {
    private Cycles() {}

    static void report(Order order, IntFunction<Name> names, Report report) {
        for (List<Integer> cycle : order.cycles()) {
            report.add(new NameProblem.Cycle(cycle.stream().map(names::apply).toList()));
        }
    }
}
