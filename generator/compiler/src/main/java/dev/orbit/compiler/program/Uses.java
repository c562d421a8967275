package dev.orbit.compiler.program;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often each value is read, anywhere in a program: as an operand or as a region's result. */
public final class Uses {
    private final Map<Value, Integer> counts = new LinkedHashMap<>();

    private Uses() {}

    public static Uses of(Program program) {
        return of(program.body());
    }

    public static Uses of(Region region) {
        Uses uses = new Uses();
        uses.visit(region);
        return uses;
    }

    /** How often a value is read; 0 if never. */
    public int count(Value value) {
        return counts.getOrDefault(value, 0);
    }

    private void visit(Region region) {
        for (Instr instr : region.instrs()) {
            instr.operands().forEach(this::read);
            instr.regions().forEach(this::visit);
        }
        region.results().forEach(this::read);
    }

    private void read(Value value) {
        counts.merge(value, 1, Integer::sum);
    }
}
