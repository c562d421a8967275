package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.If;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values a region's results need, found backwards from the results; a cycle through carries alone needs nothing. */
final class Needed {
    /** For each value what must be known to know it. */
    private final Map<Value, List<Value>> sources = new HashMap<>();

    private final Set<Value> needed = new LinkedHashSet<>();

    private Needed() {}

    static Set<Value> of(Region region) {
        Needed needed = new Needed();
        needed.visit(region);
        needed.trace(region.results());
        return needed.needed;
    }

    private void trace(List<Value> roots) {
        Deque<Value> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Value value = open.pop();
            if (needed.add(value)) {
                open.addAll(sources.getOrDefault(value, List.of()));
            }
        }
    }

    private void visit(Region region) {
        for (Instr instr : region.instrs()) {
            if (instr instanceof Loop loop) {
                visit(loop);
            } else if (instr instanceof If branch) {
                visit(branch);
            } else {
                instr.results().forEach(result -> sources.put(result, instr.operands()));
            }
        }
    }

    private void visit(If branch) {
        for (int i = 0; i < branch.results().size(); i++) {
            Value then = branch.then().results().get(i);
            Value otherwise = branch.otherwise().results().get(i);
            sources.put(branch.results().get(i), List.of(branch.condition(), then, otherwise));
        }
        visit(branch.then());
        visit(branch.otherwise());
    }

    private void visit(Loop loop) {
        List<Optional<Value>> carried = loop.carried();
        for (int i = 0; i < loop.results().size(); i++) {
            List<Value> read = new ArrayList<>(loop.count().values());
            read.add(loop.body().results().get(i));
            if (i < carried.size()) {
                read.add(loop.carries().get(i).initial());
                carried.get(i).ifPresent(argument -> sources.put(argument, read));
            }
            if (loop.axis() == Instr.Axis.EXAMPLES) {
                loop.sequences().forEach(sequence -> read.add(sequence.of()));
            }
            sources.put(loop.results().get(i), read);
        }
        for (int i = 0; i < loop.rows().size(); i++) {
            sources.put(loop.rows().get(i), List.of(loop.sequences().get(i).of()));
        }
        visit(loop.body());
    }
}
