package dev.orbit.compiler.claim;

/**
 * How the steps of a proof by induction are cut: some at the beginning one by one, then one that stands for all in
 * between, then some at the end one by one. A stack over the steps has a row for each of these.
 *
 * @param dim the open number of rows of per-step data
 * @param before rows that no step reads
 * @param first steps at the beginning
 * @param last steps at the end
 */
record Zone(String dim, int before, int first, int last) {
    /** From here on an index says which of the rows it is, not how far it is from the first. */
    private static final int LARGE = 1 << 20;

    /** Rows of what a loop over the steps collects. */
    int steps() {
        return first + 1 + last;
    }

    /** Rows of per-step data. */
    int rows() {
        return before + steps();
    }

    /** The least number of steps for which a proof holds: there may be none in between. */
    int least() {
        return first + last;
    }

    boolean isGeneral(int step) {
        return step == first;
    }

    /** Whether a row of a stack of so many rows is the general one. */
    boolean isGeneral(int row, int rows) {
        return row == first + rows - steps();
    }

    /** The row of per-step data, from 1, that the general step reads. */
    int generalRow() {
        return before + first + 1;
    }

    /** What stands for the loop's index in a step. */
    int index(int step) {
        return step < first ? step : LARGE + step;
    }

    static boolean isNumber(int index) {
        return index < LARGE;
    }

    /** The step that an index stands for which is no number. */
    static int step(int index) {
        return index - LARGE;
    }
}
