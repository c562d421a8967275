package dev.orbit.compiler.law;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import java.util.Map;
import java.util.TreeMap;

/** The abstract functions that a program calls. */
final class Calls {
    private Calls() {}

    static Map<String, Abstract> in(Program program) {
        Map<String, Abstract> found = new TreeMap<>();
        collect(program.body(), found);
        return found;
    }

    private static void collect(Region region, Map<String, Abstract> found) {
        for (Instr instr : region.instrs()) {
            if (instr instanceof Instr.Call call) {
                found.put(call.f().name(), call.f());
            }
            instr.regions().forEach(inner -> collect(inner, found));
        }
    }
}
