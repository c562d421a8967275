package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.FreeValues;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Moves what does not change over a loop's iterations before the loop, as far out as it goes. A call of an abstract
 * function moves, too: it is then called even if the loop never runs, which a pure function does not show. Nothing but
 * numbers leave a branch, because the branch not taken is not evaluated; and matrices turned once instead of at every step.
 */
final class Hoist implements Pass {
    @Override
    public String name() {
        return "hoist";
    }

    @Override
    public Law law() {
        return Law.BITWISE;
    }

    @Override
    public Program apply(Program program) {
        Region body = program.body();
        Split split = split(body, instr -> false, new HashSet<>());
        return new Program(
                program.inputs(), new Region(body.arguments(), split.stays(), body.results()), program.outputs());
    }

    private record Split(List<Instr> stays, List<Instr> leaves) {}

    private interface Rule {
        boolean mayLeave(Instr instr);
    }

    /**
     * Parts a region in what stays and what may be computed before whoever runs the region.
     *
     * @param numbers values that are computed from numbers alone, found so far
     */
    private static Split split(Region region, Rule rule, Set<Value> numbers) {
        Split split = new Split(new ArrayList<>(), new ArrayList<>());
        Set<Value> staying = new HashSet<>(region.arguments());
        for (Instr instr : region.instrs()) {
            List<Instr> before = new ArrayList<>();
            Instr inner = Renaming.ofUses(UnaryOperator.identity()).apply(instr, r -> {
                Rule inside = instr instanceof Loop loop ? leaving(loop) : branching(numbers, staying);
                Split parts = split(r, inside, numbers);
                before.addAll(parts.leaves());
                return new Region(r.arguments(), parts.stays(), r.results());
            });
            before.add(inner);
            for (Instr each : before) {
                if (isNumber(each, numbers)) {
                    numbers.addAll(each.results());
                }
                if (rule.mayLeave(each) && FreeValues.of(each).stream().noneMatch(staying::contains)) {
                    split.leaves().add(each);
                } else {
                    split.stays().add(each);
                    staying.addAll(each.results());
                }
            }
        }
        return split;
    }

    private static Rule leaving(Loop loop) {
        return loop.axis() == Instr.Axis.EXAMPLES ? instr -> !isOpen(instr) : instr -> true;
    }

    /** Whether it depends on an open dimension, which is another in each example. */
    private static boolean isOpen(Instr instr) {
        boolean open = instr.results().stream()
                .anyMatch(result -> result.type().stacked().stream().anyMatch(Count::isOpen));
        if (instr instanceof Instr.Extent extent) {
            open |= extent.count().isOpen();
        } else if (instr instanceof Loop loop) {
            open |= loop.count().isOpen();
        }
        return open
                || instr.regions().stream()
                        .anyMatch(region -> region.instrs().stream().anyMatch(Hoist::isOpen));
    }

    /**
     * What may leave a branch: what is computed from numbers alone, and the turning of a matrix that can leave the loop
     * around the branch, too.
     */
    private static Rule branching(Set<Value> numbers, Set<Value> staying) {
        return instr -> isNumber(instr, numbers)
                || instr instanceof Instr.View view
                        && view.op() == Access.TRANSPOSE
                        && view.args().stream().noneMatch(staying::contains);
    }

    /** Whether it is computed from numbers alone: a branch may leave that to what is around it, and does. */
    static boolean isNumber(Instr instr, Set<Value> numbers) {
        return instr instanceof Instr.Constant
                || (instr instanceof Instr.Map1 || instr instanceof Instr.Map2)
                        && numbers.containsAll(instr.operands());
    }
}
