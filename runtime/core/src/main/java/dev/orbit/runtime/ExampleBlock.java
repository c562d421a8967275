package dev.orbit.runtime;

/**
 * Some examples side by side, as a {@link Batch} takes them: of a column of rows of {@code n} numbers {@code [n][lane]}, with
 * one row per step {@code [step][n][lane]}. Arrays grow to the longest examples once.
 */
public final class ExampleBlock {
    private final Examples examples;
    private final int lanes;
    private final double[][] reals;
    private final int[][] indices;
    private int count;
    private int steps;

    ExampleBlock(Examples examples, int lanes) {
        this.examples = examples;
        this.lanes = lanes;
        int columns = examples.schema().columns().size();
        this.reals = new double[columns][0];
        this.indices = new int[columns][0];
    }

    /** How many examples there are. */
    public int count() {
        return count;
    }

    /** The rows that each column per step has for each of the examples. */
    public int steps() {
        return steps;
    }

    /** The numbers of a column of reals. */
    public double[] reals(int column) {
        return reals[column];
    }

    /** The numbers of a column of indices. */
    public int[] indices(int column) {
        return indices[column];
    }

    /**
     * Takes examples.
     *
     * @param selection of which those from position {@code first} are taken
     * @return whether they stand side by side: not if they differ in their number of steps
     */
    boolean gather(Selection selection, int first, int number) {
        count = number;
        steps = examples.steps(selection.example(first));
        for (int i = 1; i < number; i++) {
            if (examples.steps(selection.example(first + i)) != steps) {
                return false;
            }
        }
        for (int column = 0; column < reals.length; column++) {
            int rows = examples.width(column, steps);
            if (examples.schema().columns().get(column).isIndex()) {
                indices[column] = Workspace.hold(indices[column], rows, lanes);
                turn(examples.indices(column), column, selection, first, rows, indices[column]);
            } else {
                reals[column] = Workspace.hold(reals[column], rows, lanes);
                turn(examples.reals(column), column, selection, first, rows, reals[column]);
            }
        }
        return true;
    }

    private void turn(double[] from, int column, Selection selection, int first, int rows, double[] to) {
        if (rows == 1 && selection.isRange()) {
            System.arraycopy(from, examples.offset(column, selection.example(first)), to, 0, count);
            return;
        }
        for (int lane = 0; lane < count; lane++) {
            int at = examples.offset(column, selection.example(first + lane));
            for (int row = 0; row < rows; row++) {
                to[row * lanes + lane] = from[at + row];
            }
        }
    }

    private void turn(int[] from, int column, Selection selection, int first, int rows, int[] to) {
        for (int lane = 0; lane < count; lane++) {
            int at = examples.offset(column, selection.example(first + lane));
            for (int row = 0; row < rows; row++) {
                to[row * lanes + lane] = from[at + row];
            }
        }
    }
}
