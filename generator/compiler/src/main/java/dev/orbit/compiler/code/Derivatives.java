package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Of which abstract functions programs need derivatives. */
final class Derivatives {
    private Derivatives() {}

    /** Their numbers. */
    static List<Integer> of(Outline outline, List<Program> programs) {
        Set<String> names = new TreeSet<>();
        programs.forEach(program -> collect(program.body(), names));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < outline.functions().size(); i++) {
            if (names.contains(outline.functions().get(i).signature().name())) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static void collect(Region region, Set<String> names) {
        for (Instr instr : region.instrs()) {
            if (instr instanceof Instr.Call call && call.order().kind() != Abstract.Order.Kind.VALUE) {
                names.add(call.f().name());
            }
            instr.regions().forEach(inner -> collect(inner, names));
        }
    }
}
