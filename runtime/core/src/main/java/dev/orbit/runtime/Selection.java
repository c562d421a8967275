package dev.orbit.runtime;

/**
 * Which examples, and in which order. Made from a range or from indices; slicing shares the indices.
 *
 * <p>Immutable; shared by threads.
 */
public final class Selection {
    private final int[] order;
    private final int from;
    private final int count;

    private Selection(int[] order, int from, int count) {
        this.order = order;
        this.from = from;
        this.count = count;
    }

    /** Examples {@code from} (included) to {@code to} (excluded). */
    public static Selection range(int from, int to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no examples lie from " + from + " to " + to);
        }
        return new Selection(new int[0], from, to - from);
    }

    /** These examples in this order; copied. */
    public static Selection of(int... examples) {
        return new Selection(examples.clone(), 0, examples.length);
    }

    /** How many examples are selected. */
    public int count() {
        return count;
    }

    /** The example at a position, from 0. */
    public int example(int position) {
        return order.length == 0 ? from + position : order[from + position];
    }
}
