package dev.orbit.compiler.code;

/**
 * Entries of an array one after another: a vector, or a matrix row by row.
 *
 * @param offset of the first
 */
public record Block(Array array, Expr offset) {
    /** @param index of the entry, from 0 */
    Expr.Entry entry(Expr index) {
        return new Expr.Entry(array, Wholes.plus(offset, index));
    }

    Block plus(Expr entries) {
        return new Block(array, Wholes.plus(offset, entries));
    }
}
