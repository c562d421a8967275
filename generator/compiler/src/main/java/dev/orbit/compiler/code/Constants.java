package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The named numbers of a program. */
final class Constants {
    private Constants() {}

    static List<Constant> of(Program program, Naming naming) {
        Map<String, Literal> found = new LinkedHashMap<>();
        collect(program.body(), found);
        return found.entrySet().stream()
                .map(entry -> new Constant(naming.constants().get(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** By name, in the order in which they are met. */
    static void collect(Region region, Map<String, Literal> found) {
        for (Instr instr : region.instrs()) {
            if (instr instanceof Instr.Constant constant
                    && !constant.literal().name().isEmpty()) {
                found.putIfAbsent(constant.literal().name(), constant.literal());
            }
            instr.regions().forEach(inner -> collect(inner, found));
        }
    }
}
