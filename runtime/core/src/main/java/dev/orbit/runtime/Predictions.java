package dev.orbit.runtime;

import java.util.Arrays;
import java.util.List;

/** The outputs of many examples, one array per output, in the layout of {@link Examples}. */
public final class Predictions {
    private final Schema schema;
    private final Examples examples;
    /** Steps of the examples before each, and of all. */
    private final int[] firstSteps;

    private final double[][] values;

    private Predictions(Schema schema, Examples examples, double[][] values) {
        this.schema = schema;
        this.examples = examples;
        this.values = values;
        this.firstSteps = new int[examples.count() + 1];
        for (int i = 0; i < examples.count(); i++) {
            firstSteps[i + 1] = Math.addExact(firstSteps[i], steps(i));
        }
    }

    static Predictions of(Predicting model, double[] parameters, Examples examples) {
        Schema schema = model.schema();
        examples.requireSchema(schema);
        schema.parameters().check(parameters);
        List<Result> outputs = schema.outputs();
        Predictions all = new Predictions(schema, examples, new double[outputs.size()][0]);
        double[][] one = new double[outputs.size()][0];
        for (int i = 0; i < one.length; i++) {
            all.values[i] = new double[all.offset(i, examples.count())];
        }
        for (int example = 0; example < examples.count(); example++) {
            for (int i = 0; i < one.length; i++) {
                one[i] = Workspace.hold(one[i], outputs.get(i).length(all.steps(example)), 1);
            }
            model.predict(parameters, examples, example, one);
            for (int i = 0; i < one.length; i++) {
                System.arraycopy(one[i], 0, all.values[i], all.offset(i, example), all.length(i, example));
            }
        }
        return all;
    }

    /** Whose predictions these are. */
    public Schema schema() {
        return schema;
    }

    /** Of how many examples. */
    public int count() {
        return examples.count();
    }

    /** How often the example applies the step: the rows of each output per step. */
    public int steps(int example) {
        return schema.steps().applied(examples.steps(example));
    }

    /**
     * An output of all examples, {@code [example][n]} or {@code [example][step][n]}; not copied.
     *
     * @throws IllegalArgumentException if there is no such output
     */
    public double[] values(String output) {
        return values[schema.output(output)];
    }

    /**
     * An output of one example, {@code [n]} or {@code [step][n]}; a fresh array.
     *
     * @throws IllegalArgumentException if there is no such output
     */
    public double[] values(String output, int example) {
        int of = schema.output(output);
        int from = offset(of, example);
        return Arrays.copyOfRange(values[of], from, from + length(of, example));
    }

    private int length(int output, int example) {
        return schema.outputs().get(output).length(steps(example));
    }

    /** Where the example begins; with the number of examples, where the last one ends. */
    private int offset(int output, int example) {
        Result result = schema.outputs().get(output);
        return Math.multiplyExact(result.shape().size(), result.perStep() ? firstSteps[example] : example);
    }
}
