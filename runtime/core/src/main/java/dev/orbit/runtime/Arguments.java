package dev.orbit.runtime;

/** The checks by which an emitted class's own methods refuse data that do not fit; {@link Examples} are checked when they are built. */
public final class Arguments {
    private Arguments() {}

    /**
     * The number of rows in an array of data per step.
     *
     * @param datum its name in the spec
     * @param length the array's length
     * @param width entries of one row
     * @throws IllegalArgumentException if the last row is not whole
     */
    public static int rows(String datum, int length, int width) {
        if (width > 0 && length % width == 0) {
            return length / width;
        }
        throw new IllegalArgumentException(datum + " has " + length + " entries, which are no rows of " + width);
    }

    /**
     * Refuses an array that has not as many entries as the spec or the number of steps says.
     *
     * @param datum its name in the spec
     * @throws IllegalArgumentException if {@code length} is not {@code rows * width}
     */
    public static void length(String datum, int length, int rows, int width) {
        if (length != (long) rows * width) {
            String needed = width == 1 ? rows + " entries" : rows + " rows of " + width + " entries";
            throw new IllegalArgumentException(datum + " has " + length + " entries and needs " + needed);
        }
    }

    /**
     * Gives an index back if it is one of those allowed.
     *
     * @param datum its name in the spec
     * @throws IllegalArgumentException if it is not
     */
    public static int index(String datum, int index, int lowest, int highest) {
        if (index < lowest || index > highest) {
            throw new IllegalArgumentException(datum + " is " + index + ", which is not in " + lowest + ".." + highest);
        }
        return index;
    }

    /** As {@link #index} for each entry of an array. */
    public static void indices(String datum, int[] indices, int lowest, int highest) {
        for (int index : indices) {
            index(datum, index, lowest, highest);
        }
    }
}
