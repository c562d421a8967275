package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Type;

/**
 * The last {@code rows} values of a delayed carry: iteration i reads and then writes row {@code i mod rows}.
 *
 * @param type of one value; not stacked
 */
public record Ring(int id, String hint, Type type, int rows) {
    /** Entries of one row. */
    public int width() {
        return type.size();
    }

    @Override
    public String toString() {
        return "ring" + id + ":" + hint;
    }
}
