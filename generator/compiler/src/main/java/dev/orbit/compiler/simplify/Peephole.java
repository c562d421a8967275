package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Uses;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.program.Values;
import java.util.List;

/** A pass that applies rules to each instruction in order, the insides of loops and branches first. */
record Peephole(String name, Law law, List<Rule> rules) implements Pass {
    Peephole {
        rules = List.copyOf(rules);
    }

    @Override
    public Program apply(Program program) {
        Region body = program.body();
        Builder builder = new Builder(Values.nextId(program));
        Walk walk = new Walk(new Site(rules, builder, Uses.of(program)), new Replacements());
        List<Value> results = walk.instrs(body);
        Region rewritten = new Region(body.arguments(), builder.written(), results);
        return walk.replacements.finished(new Program(program.inputs(), rewritten, program.outputs()));
    }

    private record Walk(Site site, Replacements replacements) {
        List<Value> instrs(Region region) {
            Renaming renaming = Renaming.ofUses(replacements::of);
            for (Instr instr : region.instrs()) {
                Instr renamed = renaming.apply(instr, this::region);
                List<Value> written = site.write(renamed);
                for (int i = 0; i < written.size(); i++) {
                    replace(instr.results().get(i), written.get(i));
                }
            }
            return region.results().stream().map(replacements::of).toList();
        }

        private Region region(Region region) {
            return site.region(region.arguments(), () -> instrs(region));
        }

        private void replace(Value value, Value by) {
            if (value.equals(by)) {
                return;
            }
            replacements.put(value, by);
            if (site.literal(by).isPresent()) {
                // a number that several values turn out to be is none of them
                replacements.leaveUnnamed(by);
            }
        }
    }
}
