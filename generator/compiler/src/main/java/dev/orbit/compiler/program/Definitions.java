package dev.orbit.compiler.program;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which instruction defines a value, anywhere in a program. Arguments of regions are defined by none. */
public final class Definitions {
    private final Map<Value, Instr> defining = new LinkedHashMap<>();

    /** With nothing defined yet. */
    public Definitions() {}

    public static Definitions of(Program program) {
        Definitions definitions = new Definitions();
        definitions.addAll(program.body());
        return definitions;
    }

    /** Adds what an instruction defines, without its regions. */
    public void add(Instr instr) {
        instr.results().forEach(result -> defining.put(result, instr));
    }

    /** The instruction that defines a value, or empty for an argument. */
    public Optional<Instr> of(Value value) {
        return Optional.ofNullable(defining.get(value));
    }

    /** The number that a value is, if it is a constant. */
    public Optional<Literal> literal(Value value) {
        return of(value)
                .flatMap(instr -> instr instanceof Instr.Constant c ? Optional.of(c.literal()) : Optional.empty());
    }

    /** Adds what a region's instructions define, with the regions inside; what they defined before is forgotten. */
    public void addAll(Region region) {
        for (Instr instr : region.instrs()) {
            add(instr);
            instr.regions().forEach(this::addAll);
        }
    }
}
