package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers that the spec gives names to. */
final class Constants {
    private final Map<String, Literal> found = new LinkedHashMap<>();

    private Constants() {}

    /** By name in the spec, in the order in which they are met. */
    static Map<String, Literal> named(Outline outline, List<Program> programs) {
        Constants constants = new Constants();
        for (Outline.Parameter parameter : outline.parameters()) {
            parameter.interval().ifPresent(interval -> {
                constants.add(interval.lower());
                constants.add(interval.upper());
            });
        }
        programs.forEach(program -> constants.add(program.body()));
        return constants.found;
    }

    static List<Constant> of(Outline outline, List<Program> programs, Naming naming) {
        return named(outline, programs).entrySet().stream()
                .map(entry -> new Constant(naming.constants().get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private void add(Outline.Bound bound) {
        if (bound.program().isPresent()) {
            add(bound.program().get().body());
        } else {
            add(bound.constant());
        }
    }

    private void add(Region region) {
        for (Instr instr : region.instrs()) {
            if (instr instanceof Instr.Constant constant) {
                add(constant.literal());
            }
            instr.regions().forEach(this::add);
        }
    }

    private void add(Literal literal) {
        if (!literal.name().isEmpty()) {
            found.putIfAbsent(literal.name(), literal);
        }
    }
}
