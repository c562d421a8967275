package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What may be moved into a branch that alone reads it. What {@link Hoist} takes out of branches may not: numbers, and
 * matrices turned before the region.
 */
final class Movable {
    private final Set<Value> counts = new HashSet<>();
    private final Set<Value> numbers = new HashSet<>();

    Movable(Program program) {
        visit(program.body());
    }

    private void visit(Region region) {
        for (Instr instr : region.instrs()) {
            // a count must be known wherever a value of such a type is
            instr.results().forEach(result -> counts.addAll(result.type().counts()));
            instr.regions().forEach(this::visit);
            if (Hoist.isNumber(instr, numbers)) {
                numbers.addAll(instr.results());
            }
        }
    }

    /** Arguments of the region, and what its instructions define. */
    static Set<Value> defined(Region region) {
        Set<Value> local = new HashSet<>(region.arguments());
        region.instrs().forEach(instr -> local.addAll(instr.results()));
        return local;
    }

    /** @param local what the region of the instruction defines */
    boolean isMovable(Instr instr, Set<Value> local) {
        return !isTurnedBefore(instr, local) && instr.results().stream().noneMatch(this::isHeld);
    }

    private static boolean isTurnedBefore(Instr instr, Set<Value> local) {
        List<Value> args = instr.operands();
        return instr instanceof Instr.View view
                && view.op() == Access.TRANSPOSE
                && args.stream().noneMatch(local::contains);
    }

    private boolean isHeld(Value value) {
        // An adjoint may come to count by any index.
        boolean index = value.type().element() == Type.Element.INDEX;
        return index || numbers.contains(value) || counts.contains(value);
    }
}
