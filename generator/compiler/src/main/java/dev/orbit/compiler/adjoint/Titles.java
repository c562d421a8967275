package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.program.Definitions;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Value;
import java.util.HashMap;
import java.util.Map;

/** Names for values that turned out to be somebody's adjoint only after they were written. */
final class Titles {
    private final Map<Value, Value> titled = new HashMap<>();

    /** Gives a value that has no name this one; the first name given stays. */
    void give(Value value, String name) {
        if (value.hint().isEmpty() && !name.isEmpty()) {
            titled.putIfAbsent(value, new Value(value.id(), value.type(), name, value.origin()));
        }
    }

    /** The program with the names in it; numbers stay numbers. */
    Program in(Program program) {
        Definitions definitions = Definitions.of(program);
        titled.keySet().removeIf(value -> definitions.literal(value).isPresent());
        Renaming naming = new Renaming(this::titled, this::titled);
        return new Program(program.inputs(), naming.apply(program.body()), program.outputs());
    }

    private Value titled(Value value) {
        return titled.getOrDefault(value, value);
    }
}
