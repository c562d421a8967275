package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Type.Element;
import dev.orbit.compiler.program.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * Which values are read instead of others, while a pass writes a program. What takes the place of a named value and has
 * no name of its own is given that name.
 */
final class Replacements {
    private final Map<Value, Value> replacing = new HashMap<>();
    private final Map<Value, String> names = new HashMap<>();
    private boolean countsChange;

    /** What to read for a value. */
    Value of(Value value) {
        return replacing.getOrDefault(value, value);
    }

    /**
     * Reads one value instead of another from here on.
     *
     * @param by what {@link #of} gives: not replaced itself
     */
    void put(Value value, Value by) {
        replacing.put(value, by);
        countsChange |= value.type().element() == Element.INDEX;
        if (by.hint().isEmpty() && !value.hint().isEmpty()) {
            names.putIfAbsent(by, value.hint());
        }
    }

    /** Reads one value instead of another from here on, or the value itself again. */
    void set(Value value, Value by) {
        Value before = replacing.remove(value);
        if (before != null) {
            names.remove(before, value.hint());
        }
        if (!by.equals(value)) {
            put(value, by);
        }
    }

    /** Does not give a name to this value. */
    void leaveUnnamed(Value value) {
        names.remove(value);
    }

    /** The written program with names handed on, and with counts that depend on replaced values. */
    Program finished(Program program) {
        if (names.isEmpty() && !countsChange) {
            return program;
        }
        Renaming renaming = new Renaming(this::finished, this::finished);
        return new Program(program.inputs(), renaming.apply(program.body()), program.outputs());
    }

    private Value finished(Value value) {
        String name = names.getOrDefault(value, value.hint());
        return new Value(value.id(), value.type().map(this::of), name, value.origin());
    }
}
