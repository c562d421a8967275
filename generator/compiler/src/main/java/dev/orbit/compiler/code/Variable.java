package dev.orbit.compiler.code;

/**
 * A scalar variable: a local, an argument or a field. Two variables are the same when their ids are.
 *
 * @param id unique in a class
 * @param name its name in Java; unique where it is visible
 * @param kind what it holds
 */
public record Variable(int id, String name, Kind kind) implements Target {
    @Override
    public boolean equals(Object other) {
        return other instanceof Variable variable && variable.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
