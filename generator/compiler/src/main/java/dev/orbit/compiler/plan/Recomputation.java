package dev.orbit.compiler.plan;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which values inside loops and branches the backward sweep computes again: what a few cheap operations give from data,
 * from what does not change in the loop, and from numbers. Storing and loading would cost as much, and memory besides.
 */
final class Recomputation {
    /** The longest chain of operations computed again. */
    private static final int DEEPEST = 4;

    private final Set<Value> recomputed = new HashSet<>();
    /** Values that can be had without storing, and how many operations away. */
    private final Map<Value, Integer> free = new HashMap<>();

    private Recomputation() {}

    static Set<Value> of(Program program) {
        Recomputation recomputation = new Recomputation();
        program.body().arguments().forEach(argument -> recomputation.free.put(argument, 0));
        recomputation.visit(program.body(), true);
        return recomputation.recomputed;
    }

    private void visit(Region region, boolean outermost) {
        for (Instr instr : region.instrs()) {
            if (instr instanceof Instr.Loop loop) {
                int sequences =
                        loop.body().arguments().size() - loop.sequences().size();
                loop.body()
                        .arguments()
                        .subList(sequences, loop.body().arguments().size())
                        .forEach(row -> free.put(row, 0));
                free.put(loop.body().arguments().get(0), 0);
            }
            if (outermost || instr instanceof Instr.Constant) {
                instr.results().forEach(result -> free.put(result, 0));
            } else if (isPlaced(instr)) {
                recomputed.add(instr.results().get(0));
                if (instr.operands().stream().allMatch(free::containsKey)) {
                    free.put(instr.results().get(0), 1);
                }
            } else if (isCheap(instr) && instr.operands().stream().allMatch(free::containsKey)) {
                int depth =
                        1 + instr.operands().stream().mapToInt(free::get).max().orElse(0);
                if (depth <= DEEPEST) {
                    free.put(instr.results().get(0), depth);
                    recomputed.add(instr.results().get(0));
                }
            }
            instr.regions().forEach(inner -> visit(inner, false));
        }
    }

    /** An entry at a place that a loop's index tells: it is read again where the whole is, which is kept once for the loop. */
    private static boolean isPlaced(Instr instr) {
        return instr instanceof Instr.View view
                && view.op() == Access.ENTRY
                && !view.bounds().isEmpty();
    }

    private static boolean isCheap(Instr instr) {
        if (!instr.results().stream().allMatch(result -> result.type().shape().isEmpty())) {
            return instr instanceof Instr.View view && view.op() == Access.SLICE;
        }
        if (instr instanceof Instr.Map1 map) {
            return map.f() == Function1.NEGATE || map.f() == Function1.SQUARE || map.f() == Function1.ABS;
        } else if (instr instanceof Instr.Map2 map) {
            return map.f() == Function2.ADD || map.f() == Function2.SUBTRACT || map.f() == Function2.MULTIPLY;
        }
        return instr instanceof Instr.Compare
                || instr instanceof Instr.Logic
                || instr instanceof Instr.Real
                || instr instanceof Instr.Extent
                || instr instanceof Instr.View view && view.op() == Access.SLICE;
    }
}
