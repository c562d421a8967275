package dev.orbit.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the columns of {@link Examples} and checks them against the schema and each other. Begun by {@link Examples#of}. */
public final class ExamplesBuilder {
    private final Schema schema;
    private final double[][] reals;
    private final int[][] indices;
    private final boolean[] given;
    private final Extents extents;
    private boolean targets = true;

    ExamplesBuilder(Schema schema) {
        int columns = schema.columns().size();
        this.schema = schema;
        this.reals = new double[columns][0];
        this.indices = new int[columns][0];
        this.given = new boolean[columns];
        this.extents = new Extents(schema);
    }

    /**
     * A column of reals; not copied.
     *
     * @param name as in the spec
     * @throws IllegalArgumentException if there is no such datum or it is an index
     */
    public ExamplesBuilder column(String name, double... values) {
        int column = schema.column(name);
        if (schema.columns().get(column).values().kind() == Column.Kind.INDEX) {
            throw new IllegalArgumentException(name + " is an index: it takes int[], not double[]");
        }
        reals[column] = values;
        given[column] = true;
        extents.length(column, values.length);
        return this;
    }

    /**
     * A column of indices, which count as the spec does; not copied. A datum that is real takes integers too, and copies them.
     *
     * @param name as in the spec
     * @throws IllegalArgumentException if there is no such datum
     */
    public ExamplesBuilder column(String name, int... values) {
        int column = schema.column(name);
        if (schema.columns().get(column).values().kind() == Column.Kind.REAL) {
            return column(name, Arrays.stream(values).asDoubleStream().toArray());
        }
        indices[column] = values;
        given[column] = true;
        extents.length(column, values.length);
        return this;
    }

    /**
     * The number of examples. Needed only where the columns do not tell: by default a model whose data are all per step, with
     * an open number of steps, has one example, and so has a model without data.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ExamplesBuilder count(int examples) {
        extents.count(examples);
        return this;
    }

    /**
     * The number of steps: one number that holds for every example, or one number for each. Needed where examples differ, or
     * where the spec leaves the number of steps open and has no data per step.
     *
     * @throws IllegalArgumentException if a number is negative, or not the one that the spec fixes
     */
    public ExamplesBuilder steps(int... perExample) {
        extents.steps(perExample);
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
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            Column column = schema.columns().get(i);
            if (!given[i] && (targets || column.role() == Column.Role.INPUT)) {
                missing.add(column.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no values for " + String.join(", ", missing) + " of " + schema.model());
        }
        for (int i = 0; i < given.length; i++) {
            requireInRange(schema.columns().get(i), indices[i]);
        }
        extents.settle();
        Examples examples = new Examples(
                schema, extents.count(), extents.commonSteps(), extents.firstRows(), reals.clone(), indices.clone());
        for (int i = 0; i < given.length; i++) {
            if (given[i]) {
                extents.requireLength(i, examples.needed(i));
            }
        }
        return examples;
    }

    private static void requireInRange(Column column, int[] values) {
        int lowest = column.values().lowest();
        int highest = column.values().highest();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < lowest || values[i] > highest) {
                throw new IllegalArgumentException("value " + (i + 1) + " of " + column.name() + " is " + values[i]
                        + ", which is not in " + lowest + ".." + highest);
            }
        }
    }
}
