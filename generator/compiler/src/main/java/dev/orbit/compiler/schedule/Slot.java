package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Type;

/**
 * A variable: of a number, or of the entries of a vector or matrix. Several values live in one slot when each is no longer
 * read once the next is there: a state and what it becomes.
 *
 * @param id unique in a schedule
 * @param hint what it is called after
 * @param type what it holds; not stacked
 */
public record Slot(int id, String hint, Type type) {
    public Type.Element element() {
        return type.element();
    }

    /** Whether it is an array. */
    public boolean isShaped() {
        return !type.shape().isEmpty();
    }

    @Override
    public String toString() {
        return "$" + id + ":" + hint;
    }
}
