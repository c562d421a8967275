package dev.orbit.compiler.program;

/** Rearrangements. Bounds are numbers from 0, ends excluded. */
public enum Access {
    /** Part of a vector (bounds from, to) or matrix (row from, row to, column from, column to); the result keeps the rank of its type, so one row of a matrix may be a vector, one entry a scalar. */
    SLICE,
    /** The adjoint of SLICE: arg 0 placed at the same bounds into zeros of the result's shape. */
    PAD,
    /** Arguments one below the other: scalars and vectors to a vector, matrices (and vectors as one row when the result is a matrix) to a matrix. No bounds. */
    STACK,
    /** Arguments side by side: matrices, and vectors as columns. No bounds. */
    BESIDE,
    /** Matrix transposed. */
    TRANSPOSE,
    /** Vector to diagonal matrix. */
    DIAGONAL,
    /** The adjoint of DIAGONAL: diagonal of a matrix as a vector. */
    DIAGONAL_OF,
    /** The same entries, row-major, in another shape. Stacked axes of fixed counts are sizes here: what a loop collects from its iterations may become a vector or matrix, and a matrix the stack of its rows. */
    RESHAPE,
    /** A scalar fills the result's shape. */
    BROADCAST,
    /**
     * Entry of a vector, or row of a matrix, at an index (arg 1, from 1): O(1) or O(row). With bounds
     * {@code (times.., plus)} there may be more indices than one, and the place (from 1) is the sum of times * index, plus plus.
     */
    ENTRY,
    /** Arg 0 with its entry or row at the index (arg 1, from 1) replaced by arg 2. In place when arg 0 is not read again. */
    PUT,
    /** The adjoint of ENTRY: zeros of the result's shape with arg 0 at the index (arg 1, from 1), or at the place that bounds tell as in ENTRY. */
    PAD_ENTRY,
    /** Arg 0 with arg 1 added to the part at the bounds of SLICE. In place when arg 0 is not read again. */
    ADD_SLICE,
    /** Arg 0 with arg 1 added to the entry or row at the index (from arg 2 on), or at the place that bounds tell as in ENTRY. In place when arg 0 is not read again. */
    ADD_ENTRY,
    /** Vector without its first entry, arg 1 appended. */
    PUSH,
    /** The adjoint of PUSH by its vector: a zero first, then the entries of arg 0 but its last. */
    UNPUSH,
    /** A stack placed from row {@code bounds[0]} on into zeros of the result's stack: the adjoint of a sequence's shift. */
    PAD_ROWS,
    /** Row {@code bounds[0]} of the outermost axis of a stack. */
    ROW,
    /** The arguments, all of one type, as the rows of a stack whose outermost axis is as long as there are arguments. */
    ROWS
}
