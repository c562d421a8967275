package dev.orbit.runtime;

/**
 * The data of many examples, as columns; the arrays are not copied, so leave them alone while they are in use.
 *
 * <p>Each column is one flat array: {@code [example][n]} for data per example, {@code [example][step][n]} for data per step,
 * where {@code n} is the size of one row (matrices row-major). Examples may have different numbers of steps; then their rows
 * follow one another without gaps.
 *
 * <pre>{@code
 * Examples examples = Examples.of(schema)
 *         .column("x", xs)
 *         .column("h0", h0s)
 *         .column("y_true", yTrues)
 *         .build();
 * }</pre>
 *
 * <p>NaN is allowed among reals: it means a missing value, which a model can ask for by {@code known}. Indices are checked
 * once, here. Immutable; shared by threads.
 */
public final class Examples {
    private final Schema schema;
    private final int count;
    private final int commonSteps;
    /** Row at which each example begins, and the end of the last; empty if all examples have as many steps. */
    private final int[] firstRows;

    private final double[][] reals;
    private final int[][] indices;
    private final int[] sizes;
    private final boolean[] perStep;

    Examples(Schema schema, int count, int commonSteps, int[] firstRows, double[][] reals, int[][] indices) {
        this.schema = schema;
        this.count = count;
        this.commonSteps = commonSteps;
        this.firstRows = firstRows;
        this.reals = reals;
        this.indices = indices;
        int columns = schema.columns().size();
        this.sizes = new int[columns];
        this.perStep = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            sizes[i] = schema.columns().get(i).shape().size();
            perStep[i] = schema.columns().get(i).perStep();
        }
    }

    /** Begins to collect the columns of a model's data. */
    public static ExamplesBuilder of(Schema schema) {
        return new ExamplesBuilder(schema);
    }

    /** Whose data these are. */
    public Schema schema() {
        return schema;
    }

    /** How many examples there are; may be 0. */
    public int count() {
        return count;
    }

    /** The rows that each column per step has for this example: the value of the dim that the spec leaves open. */
    public int steps(int example) {
        return firstRows.length == 0 ? commonSteps : firstRows[example + 1] - firstRows[example];
    }

    /** The steps of the longest example; 0 if there is none. */
    public int mostSteps() {
        int most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, steps(i));
        }
        return most;
    }

    /**
     * Whether the column has values: only a target may have none, and only where {@link ExamplesBuilder#withoutTargets} said so.
     */
    public boolean has(int column) {
        return reals[column].length > 0 || indices[column].length > 0 || needed(column) == 0;
    }

    /** How many entries the column's array has, if it is there. */
    long needed(int column) {
        long rows = !perStep[column] ? count : firstRows.length == 0 ? (long) count * commonSteps : firstRows[count];
        return rows * sizes[column];
    }

    /** How many numbers a column holds of an example with so many steps. */
    int width(int column, int ofSteps) {
        return perStep[column] ? ofSteps * sizes[column] : sizes[column];
    }

    /** The array behind a column of reals; empty for a column of indices or a target that was left out. */
    public double[] reals(int column) {
        return reals[column];
    }

    /** The array behind a column of indices, which count as the spec does; empty for a column of reals. */
    public int[] indices(int column) {
        return indices[column];
    }

    /** Where in its column's array the example begins. */
    public int offset(int column, int example) {
        if (!perStep[column]) {
            return example * sizes[column];
        }
        return (firstRows.length == 0 ? example * commonSteps : firstRows[example]) * sizes[column];
    }

    /** @throws IllegalArgumentException if they were made for another schema */
    void requireSchema(Schema other) {
        if (schema != other) {
            throw new IllegalArgumentException(
                    "the examples were made for " + schema.model() + ", not for " + other.model());
        }
    }

    /** @throws IllegalArgumentException if a target was left out */
    void requireTargets() {
        for (int i = 0; i < perStep.length; i++) {
            if (!has(i)) {
                throw new IllegalArgumentException("the examples have no values for "
                        + schema.columns().get(i).name() + ", which the loss of " + schema.model() + " needs");
            }
        }
    }
}
