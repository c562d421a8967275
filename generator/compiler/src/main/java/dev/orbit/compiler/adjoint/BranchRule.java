package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The adjoint of a branch is a branch on the same condition. Each side yields what it contributes to the values that
 * either side reads from outside; a side that was not taken contributes nothing and is not evaluated.
 */
final class BranchRule {
    private final Sweep sweep;
    private final Instr.If branch;
    private final Scope scope;
    private final Bars bars;

    BranchRule(Sweep sweep, Instr.If branch, Scope scope, Bars bars) {
        this.sweep = sweep;
        this.branch = branch;
        this.scope = scope;
        this.bars = bars;
    }

    void apply() {
        List<Optional<Value>> resultBars =
                branch.results().stream().map(bars::take).toList();
        Side then = new Side(branch.then(), resultBars);
        Side otherwise = new Side(branch.otherwise(), resultBars);
        Map<Integer, Value> outer = new TreeMap<>();
        then.bars.remaining().forEach(value -> outer.put(value.id(), value));
        otherwise.bars.remaining().forEach(value -> outer.put(value.id(), value));
        if (outer.isEmpty()) {
            return;
        }
        List<Value> values = new ArrayList<>(outer.values());
        Value condition = scope.read(branch.condition());
        List<Value> contributions = scope.builder.branch(condition, then.yield(values), otherwise.yield(values));
        for (int i = 0; i < values.size(); i++) {
            bars.add(values.get(i), contributions.get(i));
        }
    }

    /** One side swept backwards. */
    private final class Side {
        private final Scope.Side inside;
        private final Bars bars;

        Side(Region side, List<Optional<Value>> resultBars) {
            inside = new Scope.Side(branch, side, scope);
            bars = new Bars(inside.builder, sweep.activity(), sweep.titles());
            for (int i = 0; i < resultBars.size(); i++) {
                Value yielded = side.results().get(i);
                resultBars.get(i).ifPresent(bar -> bars.add(yielded, bar));
            }
            sweep.sweep(side, inside, bars);
        }

        Region yield(List<Value> values) {
            List<Value> totals = values.stream().map(bars::takeOrZero).toList();
            return new Region(List.of(), inside.builder.written(), totals);
        }
    }
}
