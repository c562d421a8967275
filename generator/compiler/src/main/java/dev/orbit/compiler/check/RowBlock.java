package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Extent;

/**
 * Rows of a value that belong together because a block literal put them there: what {@code [p; q] = ...} takes apart.
 *
 * @param scalar whether it is one row that holds no vector: what is taken out is then a scalar
 */
record RowBlock(Extent extent, boolean scalar) {
    static final RowBlock SCALAR = new RowBlock(Extent.ONE, true);
}
