package dev.orbit.runtime;

/** Scratch arrays of emitted code: they grow to the longest example once and are kept. */
public final class Workspace {
    private Workspace() {}

    /**
     * An array with room for {@code rows} rows of {@code width} numbers: the given one if it is long enough, else a fresh one.
     * The contents are not kept.
     *
     * @throws IllegalArgumentException if that is more than an array can hold
     */
    public static double[] hold(double[] scratch, int rows, int width) {
        long needed = (long) rows * width;
        if (needed <= scratch.length) {
            return scratch;
        }
        return new double[length(rows, width)];
    }

    /** As {@link #hold(double[], int, int)} for truths. */
    public static boolean[] hold(boolean[] scratch, int rows, int width) {
        long needed = (long) rows * width;
        if (needed <= scratch.length) {
            return scratch;
        }
        return new boolean[length(rows, width)];
    }

    /** As {@link #hold(double[], int, int)} for integers. */
    public static int[] hold(int[] scratch, int rows, int width) {
        long needed = (long) rows * width;
        if (needed <= scratch.length) {
            return scratch;
        }
        return new int[length(rows, width)];
    }

    private static int length(int rows, int width) {
        long needed = (long) rows * width;
        // Some virtual machines keep a few words of the last indices for themselves.
        if (needed > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("an example of " + rows + " steps needs " + needed
                    + " numbers in one array (" + width + " per step), more than the 2^31 that Java allows");
        }
        return (int) needed;
    }
}
