package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.If;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.simplify.Readers.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Moves what one side of one branch alone reads into that side, whole chains of it. What is not read is then not
 * computed; and, the reason why programs are sunk before they are differentiated, a side that is not taken has no
 * influence on a gradient: with {@code u = (y - m) / f; if known(y) { loss u^2; }} and a missing {@code y} the adjoint
 * of u is 0, but its product with the NaN that u is would not be.
 */
final class Sink implements Pass {
    @Override
    public String name() {
        return "sink";
    }

    @Override
    public Law law() {
        return Law.BITWISE;
    }

    @Override
    public Program apply(Program program) {
        Region body = new Walk(new Movable(program)).region(program.body());
        return new Program(program.inputs(), body, program.outputs());
    }

    private record Walk(Movable movable) {
        Region region(Region region) {
            Set<Value> local = Movable.defined(region);
            Readers readers = new Readers(region);
            Map<Side, Deque<Instr>> sunk = new HashMap<>();
            Deque<Instr> staying = new ArrayDeque<>();
            for (int i = region.instrs().size() - 1; i >= 0; i--) {
                Instr instr = region.instrs().get(i);
                Optional<Side> only = readers.only(instr.results()).filter(side -> movable.isMovable(instr, local));
                readers.add(instr, only);
                only.map(side -> sunk.computeIfAbsent(side, key -> new ArrayDeque<>()))
                        .orElse(staying)
                        .addFirst(instr);
            }
            List<Instr> instrs =
                    staying.stream().map(instr -> inside(instr, sunk)).toList();
            return new Region(region.arguments(), instrs, region.results());
        }

        private Instr inside(Instr instr, Map<Side, Deque<Instr>> sunk) {
            if (instr instanceof If branch) {
                return new If(
                        branch.results(),
                        branch.condition(),
                        side(branch.then(), Optional.ofNullable(sunk.get(new Side(branch, true)))),
                        side(branch.otherwise(), Optional.ofNullable(sunk.get(new Side(branch, false)))));
            }
            return instr.regions().isEmpty()
                    ? instr
                    : Renaming.ofUses(UnaryOperator.identity()).apply(instr, this::region);
        }

        private Region side(Region side, Optional<Deque<Instr>> sunk) {
            List<Instr> instrs = new ArrayList<>(sunk.orElseGet(ArrayDeque::new));
            instrs.addAll(side.instrs());
            return region(new Region(side.arguments(), instrs, side.results()));
        }
    }
}
