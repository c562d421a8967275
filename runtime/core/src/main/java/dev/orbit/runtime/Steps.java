package dev.orbit.runtime;

import java.util.OptionalInt;

/**
 * How many rows data per step have, and so how often the map is applied.
 *
 * @param fixed the number of rows, if the spec fixes it; empty if each example brings its own (the dim without a value)
 * @param firstRow the row, from 1, that the first application of the map reads: 2 for {@code iterate t in 2..T}. With
 *     {@code rows} rows the map is applied {@code max(0, rows - firstRow + 1)} times
 */
public record Steps(OptionalInt fixed, int firstRow) {
    /** A number of steps fixed by the spec; 0 for a model without steps. */
    public static Steps fixed(int rows) {
        return new Steps(OptionalInt.of(rows), 1);
    }

    /** As many steps as each example has rows. */
    public static Steps open() {
        return new Steps(OptionalInt.empty(), 1);
    }

    /** The same rows, of which the map skips those before {@code row}. */
    public Steps from(int row) {
        return new Steps(fixed, row);
    }

    /** How often the map is applied where there are {@code rows} rows. */
    public int applied(int rows) {
        return Math.max(0, rows - firstRow + 1);
    }
}
