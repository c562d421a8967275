package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In what order a program runs, and where each of its values is.
 *
 * @param program the program
 * @param steps what runs
 * @param places where each value is that something reads
 * @param definitions the instruction that defines each value; arguments of regions have none
 * @param tapes arrays whose length depends on counts
 * @param rings arrays of delayed carries
 * @param arrays slots of vectors and matrices
 * @param indexData the indices that come from data, with the number of the input
 * @param homes of these, the ones that lie in the array of an output, by its number
 */
public record Schedule(
        Program program,
        Step.Block steps,
        Map<Value, Place> places,
        Map<Value, Instr> definitions,
        List<Tape> tapes,
        List<Ring> rings,
        List<Slot> arrays,
        Map<Slot, Integer> homes,
        Map<Value, Integer> indexData) {
    public Schedule {
        places = new LinkedHashMap<>(places);
        definitions = new LinkedHashMap<>(definitions);
        tapes = List.copyOf(tapes);
        rings = List.copyOf(rings);
        arrays = List.copyOf(arrays);
        homes = new LinkedHashMap<>(homes);
        indexData = new LinkedHashMap<>(indexData);
    }
}
