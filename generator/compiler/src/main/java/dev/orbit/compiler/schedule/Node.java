package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement to be put in order: an instruction that is not inlined, or what becomes of a result.
 *
 * @param key its place in the written order
 * @param instr the instruction, if it is one
 * @param result the number of the region's result, else -1
 * @param defines values that it computes
 * @param reads values that it reads
 */
record Node(int key, Optional<Instr> instr, int result, List<Value> defines, Set<Value> reads) {
    static Node of(int key, Instr instr, Set<Value> reads) {
        return new Node(key, Optional.of(instr), -1, instr.results(), reads);
    }

    static Node of(int key, int result, Set<Value> reads) {
        return new Node(key, Optional.empty(), result, List.of(), reads);
    }
}
