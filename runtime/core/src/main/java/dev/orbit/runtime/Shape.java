package dev.orbit.runtime;

/**
 * The shape of a parameter or of one row of data: scalar, vector {@code [n]} or matrix {@code [m, n]}. Flat arrays hold
 * matrices row-major.
 *
 * @param rank 0, 1 or 2
 * @param rows entries of a vector, rows of a matrix, 1 for a scalar; may be 0
 * @param columns columns of a matrix, else 1; may be 0
 */
public record Shape(int rank, int rows, int columns) {
    public static final Shape SCALAR = new Shape(0, 1, 1);

    /** @throws IllegalArgumentException if an extent is negative, does not fit the rank, or the size passes 2^31 - 1 */
    public Shape {
        if (rank < 0 || rank > 2 || rows < 0 || columns < 0 || rank < 2 && columns != 1 || rank < 1 && rows != 1) {
            throw new IllegalArgumentException("no shape has rank " + rank + " and extents " + rows + ", " + columns);
        }
        if ((long) rows * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("[" + rows + ", " + columns + "] has more than 2^31 - 1 entries");
        }
    }

    /** No extents: a scalar. One: a vector. Two: a matrix. */
    public static Shape of(int... extents) {
        return switch (extents.length) {
            case 0 -> SCALAR;
            case 1 -> new Shape(1, extents[0], 1);
            case 2 -> new Shape(2, extents[0], extents[1]);
            default -> throw new IllegalArgumentException("a shape has at most two extents, not " + extents.length);
        };
    }

    /** Number of entries. */
    public int size() {
        return rows * columns;
    }

    /** How messages name entry {@code index} (from 0): as the spec would, counting from 1. */
    String entry(String name, int index) {
        return switch (rank) {
            case 0 -> name;
            case 1 -> name + "[" + (index + 1) + "]";
            default -> name + "[" + (index / columns + 1) + ", " + (index % columns + 1) + "]";
        };
    }

    /** Empty for a scalar, else {@code [n]} or {@code [m, n]}. */
    @Override
    public String toString() {
        return switch (rank) {
            case 0 -> "";
            case 1 -> "[" + rows + "]";
            default -> "[" + rows + ", " + columns + "]";
        };
    }
}
