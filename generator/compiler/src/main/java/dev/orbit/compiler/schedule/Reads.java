package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The values that a statement reads from variables and arrays: through what is inlined in it, and in the regions inside. */
final class Reads {
    private final Inlining inlining;
    private final Map<Value, Instr> definitions;

    Reads(Inlining inlining, Map<Value, Instr> definitions) {
        this.inlining = inlining;
        this.definitions = definitions;
    }

    Set<Value> of(Instr instr) {
        Set<Value> reads = new LinkedHashSet<>();
        addInstr(instr, reads);
        return reads;
    }

    Set<Value> of(Value value) {
        Set<Value> reads = new LinkedHashSet<>();
        addValue(value, reads);
        return reads;
    }

    /** What the region reads, its own values among it. */
    Set<Value> of(Region region) {
        Set<Value> reads = new LinkedHashSet<>();
        addRegion(region, reads);
        return reads;
    }

    private void addInstr(Instr instr, Set<Value> reads) {
        instr.operands().forEach(operand -> addValue(operand, reads));
        instr.regions().forEach(region -> addRegion(region, reads));
    }

    private void addRegion(Region region, Set<Value> reads) {
        region.instrs().forEach(instr -> addInstr(instr, reads));
        region.results().forEach(result -> addValue(result, reads));
    }

    private void addValue(Value value, Set<Value> reads) {
        if (inlining.contains(value)) {
            addInstr(definitions.get(value), reads);
        } else {
            reads.add(value);
        }
    }
}
