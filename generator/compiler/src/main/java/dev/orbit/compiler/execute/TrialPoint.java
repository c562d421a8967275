package dev.orbit.compiler.execute;

import dev.orbit.compiler.program.Datum;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.ExamplesBuilder;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A point at which a gradient is tried: a parameter vector and one example, drawn from a seed.
 *
 * @param parameters inside their intervals
 * @param rows of data per step
 * @param examples one example
 */
record TrialPoint(double[] parameters, int rows, Examples examples) {
    /** @param positive whether all data are: of many models the logarithm asks for that */
    static TrialPoint draw(
            Schema schema, int rows, ParameterDraw parameters, boolean positive, SplittableRandom random) {
        double[] vector = parameters.draw(random);
        ExamplesBuilder builder = Examples.of(schema).count(1);
        if (schema.steps().fixed().isEmpty()) {
            builder.steps(rows);
        }
        for (Column column : schema.columns()) {
            int length = column.shape().size() * (column.perStep() ? rows : 1);
            if (column.values().kind() == Column.Kind.INDEX) {
                int lowest = column.values().lowest();
                int above = column.values().highest() + 1;
                builder.column(column.name(), random.ints(length, lowest, above).toArray());
            } else {
                builder.column(
                        column.name(),
                        random.doubles(length)
                                .map(u -> positive ? 0.3 + 1.4 * u : 2.4 * u - 0.8)
                                .toArray());
            }
        }
        return new TrialPoint(vector, rows, builder.build());
    }

    /** The same point as arguments of the program: parameters, then data. */
    List<Datum<Double>> arguments() {
        List<Datum<Double>> arguments = new ArrayList<>();
        Schema schema = examples.schema();
        int at = 0;
        for (Parameter parameter : schema.parameters().parameters()) {
            int size = parameter.shape().size();
            arguments.add(entries(parameters, at, size));
            at += size;
        }
        for (int i = 0; i < schema.columns().size(); i++) {
            Column column = schema.columns().get(i);
            int size = column.shape().size();
            if (!column.perStep()) {
                arguments.add(row(i, column, 0, size));
                continue;
            }
            List<Datum<Double>> rows = new ArrayList<>();
            for (int t = 0; t < this.rows; t++) {
                rows.add(row(i, column, t * size, size));
            }
            arguments.add(new Datum.Stack<>(rows));
        }
        return arguments;
    }

    private Datum<Double> row(int column, Column like, int at, int size) {
        if (like.values().kind() == Column.Kind.REAL) {
            return entries(examples.reals(column), at, size);
        }
        int[] indices = Arrays.copyOfRange(examples.indices(column), at, at + size);
        return size == 1 ? new Datum.Index<>(indices[0]) : Datum.indices(indices);
    }

    private static Datum<Double> entries(double[] values, int at, int size) {
        List<Double> entries = new ArrayList<>();
        for (int i = at; i < at + size; i++) {
            entries.add(values[i]);
        }
        return Datum.of(entries);
    }
}
