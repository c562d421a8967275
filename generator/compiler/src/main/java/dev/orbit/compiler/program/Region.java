package dev.orbit.compiler.program;

import java.util.List;

/**
 * A list of instructions in an order in which each value is defined before it is read. A region may also read the
 * values of the regions around it; seen from inside a loop these are the invariants.
 *
 * @param arguments values defined by whoever runs the region
 * @param instrs the instructions
 * @param results values handed back, defined here or outside
 */
public record Region(List<Value> arguments, List<Instr> instrs, List<Value> results) {
    public Region {
        arguments = List.copyOf(arguments);
        instrs = List.copyOf(instrs);
        results = List.copyOf(results);
    }
}
