package dev.orbit.runtime;

/**
 * One declared datum, a column of {@link Examples}: its names, role, shape, and whether it has one row per step.
 *
 * <pre>{@code
 * Column.input("u", 16).overSteps()
 * Column.input("c").indexing(1, 4).overSteps()
 * Column.target("y_true").called("yTrue").withGradient()
 * }</pre>
 *
 * @param name as in the spec
 * @param javaName the name in the emitted class
 * @param role whether prediction needs it
 * @param values what its entries are
 * @param shape shape of one row
 * @param perStep whether there is one row per step of an example, else one per example
 * @param differentiated whether the model has a gradient by it
 */
public record Column(
        String name, String javaName, Role role, Values values, Shape shape, boolean perStep, boolean differentiated) {

    /** What a datum is for. */
    public enum Role {
        /** Known before the model runs. */
        INPUT,
        /** An input that prediction does not need. */
        TARGET
    }

    /**
     * What the entries of a column are.
     *
     * @param kind doubles, or integers that index something
     * @param lowest the least index allowed; 0 for reals
     * @param highest the greatest index allowed; 0 for reals
     */
    public record Values(Kind kind, int lowest, int highest) {
        static final Values REALS = new Values(Kind.REAL, 0, 0);
    }

    /** How a column is stored. */
    public enum Kind {
        /** {@code double[]}; NaN is allowed and means a missing value. */
        REAL,
        /** {@code int[]}; each entry within bounds that are checked once. */
        INDEX
    }

    /** An input of reals, one row per example. */
    public static Column input(String name, int... extents) {
        return new Column(name, name, Role.INPUT, Values.REALS, Shape.of(extents), false, false);
    }

    /** A target of reals, one row per example. */
    public static Column target(String name, int... extents) {
        return new Column(name, name, Role.TARGET, Values.REALS, Shape.of(extents), false, false);
    }

    /** Whether its entries are integers that index something. */
    boolean isIndex() {
        return values.kind() == Kind.INDEX;
    }

    /** The same datum where the emitted class has another name for it. */
    public Column called(String otherName) {
        return new Column(name, otherName, role, values, shape, perStep, differentiated);
    }

    /** The same datum, its entries integers from {@code lowest} to {@code highest}, both included, as the spec counts. */
    public Column indexing(int lowest, int highest) {
        return new Column(
                name, javaName, role, new Values(Kind.INDEX, lowest, highest), shape, perStep, differentiated);
    }

    /** The same datum, one row per step. */
    public Column overSteps() {
        return new Column(name, javaName, role, values, shape, true, differentiated);
    }

    /** The same datum, differentiated by the model. */
    public Column withGradient() {
        return new Column(name, javaName, role, values, shape, perStep, true);
    }
}
