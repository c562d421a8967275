package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.BitSet;
import java.util.List;

/** Which inputs a program reads. */
final class Inputs {
    private Inputs() {}

    /** Their numbers. */
    static BitSet read(Program program) {
        BitSet ids = new BitSet();
        collect(program.body(), ids);
        BitSet read = new BitSet();
        List<Value> arguments = program.body().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            read.set(i, ids.get(arguments.get(i).id()));
        }
        return read;
    }

    private static void collect(Region region, BitSet ids) {
        for (Instr instr : region.instrs()) {
            instr.operands().forEach(operand -> ids.set(operand.id()));
            instr.regions().forEach(inner -> collect(inner, ids));
        }
        region.results().forEach(result -> ids.set(result.id()));
    }
}
