package dev.orbit.compiler.simplify;

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
 * function moves, too: it is then called even if the loop never runs, which a pure function does not show. Nothing but a
 * number leaves a branch, because the branch not taken is not evaluated.
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
        Split split = split(body, instr -> false);
        return new Program(
                program.inputs(), new Region(body.arguments(), split.stays(), body.results()), program.outputs());
    }

    private record Split(List<Instr> stays, List<Instr> leaves) {}

    private interface Rule {
        boolean mayLeave(Instr instr);
    }

    /** Parts a region in what stays and what may be computed before whoever runs the region. */
    private static Split split(Region region, Rule rule) {
        Split split = new Split(new ArrayList<>(), new ArrayList<>());
        Set<Value> staying = new HashSet<>(region.arguments());
        for (Instr instr : region.instrs()) {
            List<Instr> before = new ArrayList<>();
            Instr inner = Renaming.ofUses(UnaryOperator.identity()).apply(instr, r -> {
                Split parts = split(r, instr instanceof Loop loop ? leaving(loop) : Hoist::isConstant);
                before.addAll(parts.leaves());
                return new Region(r.arguments(), parts.stays(), r.results());
            });
            before.add(inner);
            for (Instr each : before) {
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

    private static boolean isConstant(Instr instr) {
        return instr instanceof Instr.Constant;
    }
}
