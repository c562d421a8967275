package dev.orbit.runtime;

import java.util.Arrays;

/** Finds the number of examples and of their steps from the lengths of columns, and says which column does not fit. */
final class Extents {
    private static final int UNKNOWN = -1;

    private final Schema schema;
    private final int[] lengths;
    private int[] steps = new int[0];
    private int count = UNKNOWN;
    private int commonSteps = UNKNOWN;
    private int[] firstRows = new int[0];

    Extents(Schema schema) {
        this.schema = schema;
        this.lengths = new int[schema.columns().size()];
        Arrays.fill(lengths, UNKNOWN);
    }

    void length(int column, int length) {
        lengths[column] = length;
    }

    void count(int examples) {
        if (examples < 0) {
            throw new IllegalArgumentException("the number of examples is " + examples);
        }
        count = examples;
    }

    void steps(int[] perExample) {
        for (int rows : perExample) {
            if (rows < 0) {
                throw new IllegalArgumentException("the number of steps is " + rows);
            }
            if (schema.steps().fixed().isPresent() && schema.steps().fixed().getAsInt() != rows) {
                throw new IllegalArgumentException(schema.model() + " has "
                        + schema.steps().fixed().getAsInt() + " steps, fixed when it was generated, not " + rows);
            }
        }
        steps = perExample.clone();
    }

    int count() {
        return count;
    }

    int commonSteps() {
        return commonSteps;
    }

    int[] firstRows() {
        return firstRows;
    }

    /** Settles what was not said: first the count, then the steps, each from the first column that tells. */
    void settle() {
        if (steps.length > 1) {
            settleRagged();
            return;
        }
        if (schema.steps().fixed().isPresent()) {
            commonSteps = schema.steps().fixed().getAsInt();
        } else if (steps.length == 1) {
            commonSteps = steps[0];
        }
        if (count == UNKNOWN) {
            count = countFromColumns();
        }
        if (commonSteps == UNKNOWN) {
            commonSteps = stepsFromColumns();
        }
    }

    private void settleRagged() {
        if (count != UNKNOWN && count != steps.length) {
            throw new IllegalArgumentException(
                    "there are " + count + " examples, but the number of steps was given for " + steps.length);
        }
        count = steps.length;
        commonSteps = 0;
        firstRows = new int[count + 1];
        for (int i = 0; i < count; i++) {
            firstRows[i + 1] = Math.addExact(firstRows[i], steps[i]);
        }
    }

    private int countFromColumns() {
        for (int i = 0; i < lengths.length; i++) {
            Column column = schema.columns().get(i);
            long row = (long) column.shape().size() * (column.perStep() ? commonSteps : 1);
            if (lengths[i] != UNKNOWN && row > 0) {
                return Math.toIntExact(quotient(column, lengths[i], row));
            }
        }
        return 1;
    }

    private int stepsFromColumns() {
        for (int i = 0; i < lengths.length; i++) {
            Column column = schema.columns().get(i);
            long row = (long) column.shape().size() * count;
            if (lengths[i] != UNKNOWN && column.perStep() && row > 0) {
                return Math.toIntExact(quotient(column, lengths[i], row));
            }
        }
        if (count == 0) {
            return 0;
        }
        throw new IllegalArgumentException(
                "no data tell the number of steps of " + schema.model() + ": say it by steps(...)");
    }

    private static long quotient(Column column, int length, long row) {
        if (length % row != 0) {
            throw new IllegalArgumentException(
                    column.name() + column.shape() + " has " + length + " values, which is no multiple of " + row);
        }
        return length / row;
    }

    /** Refuses a column whose length does not fit what was settled. */
    void requireLength(int index, long needed) {
        if (lengths[index] == needed) {
            return;
        }
        Column column = schema.columns().get(index);
        StringBuilder text = new StringBuilder(column.name() + column.shape() + " has " + lengths[index] + " values; ");
        text.append(count).append(count == 1 ? " example" : " examples");
        if (column.perStep()) {
            text.append(
                    firstRows.length > 0
                            ? " of " + firstRows[count] + " steps in all"
                            : " of " + commonSteps + " steps");
        }
        throw new IllegalArgumentException(text + (count == 1 ? " needs " : " need ") + needed);
    }
}
