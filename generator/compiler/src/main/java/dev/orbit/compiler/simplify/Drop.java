package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Call;
import dev.orbit.compiler.program.Instr.If;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drops what no output needs: instructions, carries (those too that only feed one another), rows of sequences, stacks,
 * results of branches, and derivatives of a call that are not read. Functions are pure, so calls drop like arithmetic.
 * The program's inputs stay.
 */
final class Drop implements Pass {
    @Override
    public String name() {
        return "drop";
    }

    @Override
    public Law law() {
        return Law.BITWISE;
    }

    @Override
    public Program apply(Program program) {
        Set<Value> needed = Needed.of(program.body());
        return new Program(program.inputs(), new Shrinking(needed).region(program.body()), program.outputs());
    }

    /** Writes a program with the needed values alone. */
    private record Shrinking(Set<Value> needed) {
        Region region(Region region) {
            return new Region(region.arguments(), instrs(region), region.results());
        }

        private List<Instr> instrs(Region region) {
            List<Instr> instrs = new ArrayList<>();
            for (Instr instr : region.instrs()) {
                if (instr.results().stream().anyMatch(needed::contains)) {
                    instrs.add(shrunk(instr));
                }
            }
            return instrs;
        }

        private Instr shrunk(Instr instr) {
            if (instr instanceof Loop loop) {
                return loop(loop);
            } else if (instr instanceof If branch) {
                return new If(
                        kept(branch.results(), branch.results()),
                        branch.condition(),
                        side(branch, branch.then()),
                        side(branch, branch.otherwise()));
            } else if (instr instanceof Call call && call.results().size() > 1) {
                Abstract.Order order = new Abstract.Order(
                        call.order().kind(), kept(call.order().by(), call.results()));
                return new Call(kept(call.results(), call.results()), call.f(), order, call.args());
            }
            return instr;
        }

        private Region side(If branch, Region side) {
            return new Region(List.of(), instrs(side), kept(side.results(), branch.results()));
        }

        private Loop loop(Loop loop) {
            List<Optional<Value>> carried = loop.carried();
            Set<Integer> results = new LinkedHashSet<>();
            for (int i = 0; i < loop.results().size(); i++) {
                Optional<Value> argument = i < carried.size() ? carried.get(i) : Optional.empty();
                if (needed.contains(loop.results().get(i))
                        || argument.filter(needed::contains).isPresent()) {
                    results.add(i);
                }
            }
            Set<Integer> rows = new LinkedHashSet<>();
            for (int i = 0; i < loop.rows().size(); i++) {
                // the rows of an example tell how many steps it has, even if none is read
                boolean tells = loop.axis() == Instr.Axis.EXAMPLES;
                if (tells || needed.contains(loop.rows().get(i))) {
                    rows.add(i);
                }
            }
            return Narrowing.loop(loop, instrs(loop.body()), results, rows);
        }

        /** What belongs to a needed value. */
        private <T> List<T> kept(List<T> all, List<Value> values) {
            List<T> kept = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (needed.contains(values.get(i))) {
                    kept.add(all.get(i));
                }
            }
            return kept;
        }
    }
}
