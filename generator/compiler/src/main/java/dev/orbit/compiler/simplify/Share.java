package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes equal things once (value numbering): what a region or one around it has computed before is read again, and
 * carries of a loop that start and go on alike are one. Operands of commutative functions are taken in either order.
 * Whole loops and branches are compared, too. What a branch computes is not known outside of it.
 */
final class Share implements Pass {
    @Override
    public String name() {
        return "share";
    }

    @Override
    public Law law() {
        return Law.BITWISE;
    }

    @Override
    public Program apply(Program program) {
        Walk walk = new Walk(new Replacements(), new Computed());
        Region body = walk.region(program.body());
        return walk.replacements.finished(new Program(program.inputs(), body, program.outputs()));
    }

    private record Walk(Replacements replacements, Computed computed) {
        Region region(Region region) {
            computed.open();
            List<Instr> instrs = new ArrayList<>();
            Renaming renaming = Renaming.ofUses(replacements::of);
            for (Instr instr : region.instrs()) {
                Instr renamed = instr instanceof Loop loop ? loop(loop, renaming) : renaming.apply(instr, this::region);
                List<Value> before = computed.sameOrAdded(renamed);
                replace(renamed.results(), before);
                if (before.equals(renamed.results())) {
                    instrs.add(renamed);
                    if (renamed instanceof Loop loop) {
                        Twins.shareResults(loop, replacements);
                    }
                }
            }
            computed.close();
            List<Value> results =
                    region.results().stream().map(replacements::of).toList();
            return new Region(region.arguments(), instrs, results);
        }

        private Instr loop(Loop loop, Renaming renaming) {
            Twins twins = new Twins(loop, replacements);
            Region body = region(loop.body());
            while (!twins.confirmed(body)) {
                body = region(loop.body());
            }
            Region shared = body;
            return renaming.apply(loop, any -> shared);
        }

        private void replace(List<Value> values, List<Value> by) {
            for (int i = 0; i < values.size(); i++) {
                replacements.set(values.get(i), by.get(i));
            }
        }
    }
}
