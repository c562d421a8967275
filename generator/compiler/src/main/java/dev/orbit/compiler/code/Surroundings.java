package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Ring;
import dev.orbit.compiler.schedule.Slot;
import dev.orbit.compiler.schedule.Tape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in Java for the inputs, slots, indices and arrays of one schedule.
 *
 * <p>It grows while a method is arranged: a slot gets its variable where it begins.
 */
final class Surroundings {
    /** The arrays of data and outputs, the variables of inputs. */
    final Signature signature;

    final Map<Slot, Variable> slots = new LinkedHashMap<>();
    final Map<Value, Variable> indices = new LinkedHashMap<>();
    final Map<Integer, Variable> inputs = new LinkedHashMap<>();
    final Map<Tape, Array> tapes = new HashMap<>();
    final Map<Ring, Array> rings = new HashMap<>();

    Surroundings(Signature signature) {
        this.signature = signature;
    }

    Variable slot(Slot slot) {
        return Optional.ofNullable(slots.get(slot))
                .orElseThrow(() -> new IllegalStateException("slot " + slot + " is used before it begins"));
    }

    Variable index(Value value) {
        return Optional.ofNullable(indices.get(value))
                .orElseThrow(() -> new IllegalStateException("index " + value + " is used outside its loop"));
    }

    Variable input(int input) {
        return Optional.ofNullable(inputs.get(input))
                .orElseThrow(() -> new IllegalStateException("input " + input + " has no variable"));
    }
}
