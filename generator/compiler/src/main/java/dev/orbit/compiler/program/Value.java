package dev.orbit.compiler.program;

/**
 * A value: defined exactly once in a program, by an instruction or as an argument of a region. Two values are equal
 * when their ids are.
 *
 * @param id unique in the program
 * @param type element, shape and stacked axes
 * @param hint the author's name for it, or what it is derived from ({@code hBar}), or empty: emitted code is named by it
 * @param origin where in the spec it comes from, and how
 */
public record Value(int id, Type type, String hint, Origin origin) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Value value && value.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return "%" + id + (hint.isEmpty() ? "" : ":" + hint);
    }
}
