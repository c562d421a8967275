package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.FreeValues;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.If;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes branches of one region on the same condition one branch, so that what they alone read can be moved into it. The
 * later one comes to the place of the earlier, with what it needs of what stands between them; where that needs the
 * earlier one's results, both stay.
 */
final class Join implements Pass {
    @Override
    public String name() {
        return "join";
    }

    @Override
    public Law law() {
        return Law.BITWISE;
    }

    @Override
    public Program apply(Program program) {
        return new Program(program.inputs(), region(program.body()), program.outputs());
    }

    private static Region region(Region region) {
        List<Instr> instrs = new ArrayList<>();
        for (Instr instr : region.instrs()) {
            if (!(instr instanceof If branch) || !joined(instrs, branch)) {
                instrs.add(instr);
            }
        }
        List<Instr> inside = instrs.stream()
                .map(instr -> instr.regions().isEmpty()
                        ? instr
                        : Renaming.ofUses(UnaryOperator.identity()).apply(instr, Join::region))
                .toList();
        return new Region(region.arguments(), inside, region.results());
    }

    /** Whether the branch was joined to an earlier one among the instructions. */
    private static boolean joined(List<Instr> instrs, If branch) {
        OptionalInt before = earlier(instrs, branch.condition());
        if (before.isEmpty()) {
            return false;
        }
        int at = before.getAsInt();
        If first = (If) instrs.get(at);
        Set<Value> depending = new HashSet<>(first.results());
        List<Instr> ahead = new ArrayList<>();
        List<Instr> after = new ArrayList<>();
        for (Instr between : instrs.subList(at + 1, instrs.size())) {
            if (FreeValues.of(between).stream().anyMatch(depending::contains)) {
                depending.addAll(between.results());
                after.add(between);
            } else {
                ahead.add(between);
            }
        }
        first.results().forEach(depending::remove);
        if (FreeValues.of(branch).stream().anyMatch(depending::contains)) {
            return false;
        }
        instrs.subList(at, instrs.size()).clear();
        instrs.addAll(ahead);
        instrs.add(both(first, branch));
        instrs.addAll(after);
        return true;
    }

    /** Where the last branch on this condition is. */
    private static OptionalInt earlier(List<Instr> instrs, Value condition) {
        for (int i = instrs.size() - 1; i >= 0; i--) {
            if (instrs.get(i) instanceof If branch && branch.condition().equals(condition)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static If both(If first, If second) {
        List<Value> results = new ArrayList<>(first.results());
        results.addAll(second.results());
        return new If(
                results,
                first.condition(),
                both(first.results(), first.then(), second.then()),
                both(first.results(), first.otherwise(), second.otherwise()));
    }

    /** One after the other; the second reads what the first yields instead of the branch's results. */
    private static Region both(List<Value> results, Region first, Region second) {
        Map<Value, Value> yielded = new HashMap<>();
        for (int i = 0; i < results.size(); i++) {
            yielded.put(results.get(i), first.results().get(i));
        }
        Region after =
                Renaming.ofUses(value -> yielded.getOrDefault(value, value)).apply(second);
        List<Instr> instrs = new ArrayList<>(first.instrs());
        instrs.addAll(after.instrs());
        List<Value> all = new ArrayList<>(first.results());
        all.addAll(after.results());
        return new Region(List.of(), instrs, all);
    }
}
