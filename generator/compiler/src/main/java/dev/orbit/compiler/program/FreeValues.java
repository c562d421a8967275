package dev.orbit.compiler.program;

import java.util.LinkedHashSet;
import java.util.Set;

/** What regions read from around them: seen from inside a loop, its invariants. */
public final class FreeValues {
    private final Set<Value> defined = new LinkedHashSet<>();
    private final Set<Value> free = new LinkedHashSet<>();

    private FreeValues() {}

    /** The values that a region reads and does not define, in the order of the first reading. */
    public static Set<Value> of(Region region) {
        FreeValues values = new FreeValues();
        values.visit(region);
        return values.free;
    }

    /** The values that an instruction reads, its regions included, and that those do not define. */
    public static Set<Value> of(Instr instr) {
        FreeValues values = new FreeValues();
        values.visit(instr);
        return values.free;
    }

    private void visit(Region region) {
        defined.addAll(region.arguments());
        region.instrs().forEach(this::visit);
        region.results().forEach(this::read);
    }

    private void visit(Instr instr) {
        instr.operands().forEach(this::read);
        instr.regions().forEach(this::visit);
        defined.addAll(instr.results());
    }

    private void read(Value value) {
        if (!defined.contains(value)) {
            free.add(value);
        }
    }
}
