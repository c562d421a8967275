package dev.orbit.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Collects the columns of {@link Examples} and checks them against the schema and each other. Begun by {@link Examples#of}. */
public final class ExamplesBuilder {
    private final Schema schema;
    private final List<double[]> reals = new ArrayList<>();
    private final List<int[]> indices = new ArrayList<>();
    private final boolean[] given;
    private OptionalInt count = OptionalInt.empty();
    private int[] steps = new int[0];
    private boolean targets = true;

    ExamplesBuilder(Schema schema) {
        this.schema = schema;
        this.given = new boolean[schema.columns().size()];
        for (int i = 0; i < given.length; i++) {
            reals.add(new double[0]);
            indices.add(new int[0]);
        }
    }

    /**
     * A column of reals; not copied.
     *
     * @param name as in the spec
     * @throws IllegalArgumentException if there is no such datum or it is an index
     */
    public ExamplesBuilder column(String name, double... values) {
        int column = open(name, Column.Kind.REAL);
        reals.set(column, values);
        return this;
    }

    /**
     * A column of indices, which count as the spec does; not copied.
     *
     * @param name as in the spec
     * @throws IllegalArgumentException if there is no such datum or it is not an index
     */
    public ExamplesBuilder column(String name, int... values) {
        int column = open(name, Column.Kind.INDEX);
        indices.set(column, values);
        return this;
    }

    /**
     * The number of examples. Needed only where the columns do not tell: by default a model whose data are all per step has
     * one example, and so has a model without data.
     */
    public ExamplesBuilder count(int examples) {
        count = OptionalInt.of(examples);
        return this;
    }

    /**
     * The number of steps: one number that holds for every example, or one number for each. Needed where examples differ, or
     * where the spec leaves the number of steps open and has no data per step.
     */
    public ExamplesBuilder steps(int... perExample) {
        steps = perExample.clone();
        return this;
    }

    /** Targets may be left out: enough for prediction. */
    public ExamplesBuilder withoutTargets() {
        targets = false;
        return this;
    }

    /**
     * The data.
     *
     * @throws IllegalArgumentException naming the datum, if one is missing, its length does not fit, or an index is out of
     *     its range
     */
    public Examples build() {
        throw new UnsupportedOperationException("in the next step");
    }

    private int open(String name, Column.Kind kind) {
        int column = schema.column(name);
        if (schema.columns().get(column).values().kind() != kind) {
            throw new IllegalArgumentException(
                    kind == Column.Kind.REAL
                            ? name + " is an index: it takes int[], not double[]"
                            : name + " is real: it takes double[], not int[]");
        }
        given[column] = true;
        return column;
    }
}
