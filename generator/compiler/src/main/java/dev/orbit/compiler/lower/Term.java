package dev.orbit.compiler.lower;

import dev.orbit.compiler.program.Value;
import java.util.List;

/**
 * What an expression is lowered to: a value, or a grid of blocks that is kept apart so that structural zeros and ones
 * are never computed with and what is taken apart again is never put together.
 */
sealed interface Term {
    /** One value. */
    record Plain(Value value) implements Term {}

    /**
     * Blocks; cell (i, j) has {@code rows.get(i)} rows and {@code columns.get(j)} columns. A stacked vector has one column
     * of size 1 and {@code vector} set.
     */
    record Grid(List<Integer> rows, List<Integer> columns, List<List<Cell>> cells, boolean vector) implements Term {
        public Grid {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /** A block of a grid. */
    sealed interface Cell {
        /** Nothing but zeros. */
        record Zero() implements Cell {}

        /** The identity. */
        record Identity() implements Cell {}

        /** A matrix; a vector where the column has size 1; a scalar where the row has, too. */
        record Part(Value value) implements Cell {}
    }
}
