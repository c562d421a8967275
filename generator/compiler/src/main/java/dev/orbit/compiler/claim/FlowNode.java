package dev.orbit.compiler.claim;

import java.util.List;
import java.util.Optional;

/**
 * A number of one evaluation, and what it was computed from.
 *
 * @param number they are numbered as they are computed
 * @param value the number
 * @param reads what it was computed from
 * @param mark which named value it is, if it is one
 */
record FlowNode(int number, double value, List<Read> reads, Optional<Mark> mark) {
    FlowNode {
        reads = List.copyOf(reads);
    }

    /**
     * A named value of the spec.
     *
     * @param name as the spec has it
     * @param step in which step it was computed, from 1; 0 outside
     */
    record Mark(String name, int step) {}

    /**
     * A number is computed from another.
     *
     * @param of the other
     * @param live whether a small change of the other is passed on
     * @param factor what multiplies the other, where that is one number
     * @param function what is applied to the other, where that is a function with a name
     */
    record Read(FlowNode of, boolean live, Optional<FlowNode> factor, Optional<String> function) {}

    /** Whether it is a zero that the program itself has in this place: nothing is computed from it. */
    boolean isNothing() {
        return value == 0 && reads.isEmpty() && mark.isEmpty();
    }

    // a graph: equal is what is the same
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return number + mark.map(Mark::name).orElse("");
    }
}
