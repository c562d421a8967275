package dev.orbit.runtime;

import java.util.Arrays;

/**
 * Which examples, and in which order. Made from a range or from indices; slices share the indices.
 *
 * <p>Immutable; shared by threads.
 */
public final class Selection {
    private final boolean consecutive;
    private final int[] order;
    private final int from;
    private final int count;

    private Selection(boolean consecutive, int[] order, int from, int count) {
        this.consecutive = consecutive;
        this.order = order;
        this.from = from;
        this.count = count;
    }

    /**
     * Examples {@code from} (included) to {@code to} (excluded).
     *
     * @throws IllegalArgumentException if {@code from} is negative or greater than {@code to}
     */
    public static Selection range(int from, int to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no examples lie from " + from + " to " + to);
        }
        return new Selection(true, new int[0], from, to - from);
    }

    /** These examples in this order; copied. An example may occur several times. */
    public static Selection of(int... examples) {
        return sharing(examples.clone());
    }

    /** A selection that sees later changes of the array. */
    static Selection sharing(int[] examples) {
        return new Selection(false, examples, 0, examples.length);
    }

    /** The positions {@code from} (included) to {@code to} (excluded) of this selection. */
    public Selection slice(int first, int last) {
        if (first < 0 || last < first || last > count) {
            throw new IllegalArgumentException("no slice goes from " + first + " to " + last + " of " + count);
        }
        return new Selection(consecutive, order, from + first, last - first);
    }

    /** Whether the examples follow one another in the data. */
    boolean isRange() {
        return consecutive;
    }

    /** How many examples are selected. */
    public int count() {
        return count;
    }

    /** The example at a position, from 0. */
    public int example(int position) {
        return consecutive ? from + position : order[from + position];
    }

    /** The examples in order, a fresh array. */
    public int[] examples() {
        int[] all = new int[count];
        Arrays.setAll(all, this::example);
        return all;
    }

    /**
     * Refuses to select what is not there.
     *
     * @throws IllegalArgumentException if an example is negative or not below {@code available}
     */
    void requireWithin(int available) {
        for (int i = 0; i < count; i++) {
            if (example(i) < 0 || example(i) >= available) {
                throw new IllegalArgumentException(
                        "example " + example(i) + " was selected, but there are " + available + " (from 0)");
            }
        }
    }
}
