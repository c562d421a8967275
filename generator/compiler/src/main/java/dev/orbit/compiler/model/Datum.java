package dev.orbit.compiler.model;

import java.util.Optional;

/**
 * An input or target.
 *
 * @param perStep whether there is one value (of the symbol's shape) for each step: rows 1 to {@link Iteration#last}
 * @param range given for index data: every entry is an integer in it
 */
public record Datum(Symbol symbol, boolean perStep, Optional<IndexRange> range) {
    /** The integers that an index may be, both ends included. */
    public record IndexRange(int first, int last) {}
}
