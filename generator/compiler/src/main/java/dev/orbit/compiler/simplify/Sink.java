package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.If;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.simplify.Readers.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
 *
 * <p>What {@link Hoist} takes out of branches stays outside: numbers, and matrices turned before the region.
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
        Set<Value> counts = new HashSet<>();
        counts(program.body(), counts);
        Region body = new Walk(counts, new HashSet<>()).region(program.body());
        return new Program(program.inputs(), body, program.outputs());
    }

    /** What types count by: it must be known wherever a value of such a type is. */
    private static void counts(Region region, Set<Value> counts) {
        for (Instr instr : region.instrs()) {
            instr.results().forEach(result -> counts.addAll(result.type().counts()));
            instr.regions().forEach(inner -> counts(inner, counts));
        }
    }

    /** @param numbers values that are computed from numbers alone, found so far */
    private record Walk(Set<Value> counts, Set<Value> numbers) {
        Region region(Region region) {
            Set<Value> local = defined(region);
            Readers readers = new Readers(region);
            Map<Side, Deque<Instr>> sunk = new HashMap<>();
            Deque<Instr> staying = new ArrayDeque<>();
            for (int i = region.instrs().size() - 1; i >= 0; i--) {
                Instr instr = region.instrs().get(i);
                Optional<Side> only = readers.only(instr.results()).filter(side -> isMovable(instr, local));
                readers.add(instr, only);
                only.map(side -> sunk.computeIfAbsent(side, key -> new ArrayDeque<>()))
                        .orElse(staying)
                        .addFirst(instr);
            }
            List<Instr> instrs =
                    staying.stream().map(instr -> inside(instr, sunk)).toList();
            return new Region(region.arguments(), instrs, region.results());
        }

        private Set<Value> defined(Region region) {
            Set<Value> local = new HashSet<>(region.arguments());
            for (Instr instr : region.instrs()) {
                local.addAll(instr.results());
                if (Hoist.isNumber(instr, numbers)) {
                    numbers.addAll(instr.results());
                }
            }
            return local;
        }

        private boolean isMovable(Instr instr, Set<Value> local) {
            boolean turnedBefore = instr instanceof Instr.View view
                    && view.op() == Access.TRANSPOSE
                    && view.args().stream().noneMatch(local::contains);
            return !turnedBefore && instr.results().stream().noneMatch(this::isHeld);
        }

        private boolean isHeld(Value value) {
            // An adjoint may come to count by any index.
            boolean index = value.type().element() == Type.Element.INDEX;
            return index || numbers.contains(value) || counts.contains(value);
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
