package dev.orbit.runtime;

import java.util.List;

/**
 * What a model's parameters and data are called and how they lie in arrays. An emitted class holds one in a constant:
 *
 * <pre>{@code
 * static final Schema SCHEMA = Schema.of("Correction", Steps.fixed(3))
 *         .parameters(Parameter.of("a"), Parameter.of("b"), Parameter.of("c"), Parameter.of("d"))
 *         .columns(Column.input("x"), Column.input("h0"), Column.target("y_true").called("yTrue"))
 *         .starts(Start.at("zero", 0, 0, 0, 0));
 * }</pre>
 */
public final class Schema {
    private final String model;
    private final Steps steps;
    private final ParameterLayout parameters;
    private final List<Column> columns;
    private final List<Start> starts;
    private final List<Result> outputs;
    private final List<Result> residuals;

    private Schema(
            String model,
            Steps steps,
            ParameterLayout parameters,
            List<Column> columns,
            List<Start> starts,
            List<Result> outputs,
            List<Result> residuals) {
        this.model = model;
        this.steps = steps;
        this.parameters = parameters;
        this.columns = columns;
        this.starts = starts;
        this.outputs = outputs;
        this.residuals = residuals;
    }

    /** A schema without parameters, data or starts. */
    public static Schema of(String model, Steps steps) {
        return new Schema(model, steps, new ParameterLayout(List.of()), List.of(), List.of(), List.of(), List.of());
    }

    /** The same schema with these parameters, in order of declaration. */
    public Schema parameters(Parameter... all) {
        return new Schema(model, steps, new ParameterLayout(List.of(all)), columns, starts, outputs, residuals);
    }

    /** The same schema with these data, in order of declaration. */
    public Schema columns(Column... all) {
        return new Schema(model, steps, parameters, List.of(all), starts, outputs, residuals);
    }

    /** The same schema with these named starts, in order of declaration. */
    public Schema starts(Start... all) {
        return new Schema(model, steps, parameters, columns, List.of(all), outputs, residuals);
    }

    /** The same schema with these outputs, in the order of the spec. */
    public Schema outputs(Result... all) {
        return new Schema(model, steps, parameters, columns, starts, List.of(all), residuals);
    }

    /** The same schema with the residuals of these statements, in the order of the spec. */
    public Schema residuals(Result... all) {
        return new Schema(model, steps, parameters, columns, starts, outputs, List.of(all));
    }

    /** The model's name in the spec. */
    public String model() {
        return model;
    }

    public Steps steps() {
        return steps;
    }

    public ParameterLayout parameters() {
        return parameters;
    }

    /** The data in order of declaration. */
    public List<Column> columns() {
        return columns;
    }

    /** The data that the model differentiates, in order of declaration. */
    public List<Column> differentiatedColumns() {
        return columns.stream().filter(Column::differentiated).toList();
    }

    /** The named starts in order of declaration. */
    public List<Start> starts() {
        return starts;
    }

    /** The outputs in the order of the spec. */
    public List<Result> outputs() {
        return outputs;
    }

    /** The residuals of each statement in the order of the spec: one block of the residual vector each. */
    public List<Result> residuals() {
        return residuals;
    }

    /**
     * How many residuals an example has.
     *
     * @param rows the rows of its data per step
     * @throws ArithmeticException if they are more than an array can hold
     */
    public int residualCount(int rows) {
        int count = 0;
        for (int i = 0; i < residuals.size(); i++) {
            count = Math.addExact(count, residuals.get(i).length(steps.applied(rows)));
        }
        return count;
    }

    /**
     * The parameter vector of a named start, drawn with seed 0 where it is random.
     *
     * @throws IllegalArgumentException if there is no such start
     */
    public double[] start(String name) {
        return start(name, 0);
    }

    /**
     * The parameter vector of a named start.
     *
     * @param seed what a random start is drawn from
     * @return a fresh array
     * @throws IllegalArgumentException if there is no such start
     */
    public double[] start(String name, long seed) {
        return starts.stream()
                .filter(start -> start.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(model + " has no init named " + name + "; it has "
                        + starts.stream().map(Start::name).toList()))
                .parameters(seed);
    }

    /**
     * The index of a datum by its name in the spec.
     *
     * @throws IllegalArgumentException if there is no such datum
     */
    public int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(model + " has no input or target named " + name + "; it has "
                + columns.stream().map(Column::name).toList());
    }

    /**
     * The index of an output by its name in the spec.
     *
     * @throws IllegalArgumentException if there is no such output
     */
    public int output(String name) {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(model + " has no output named " + name + "; it has "
                + outputs.stream().map(Result::name).toList());
    }

    /**
     * Tells whether a saved parameter vector belongs to this model: a hash of the model's name and the names and shapes of its
     * parameters, in order. The same on every machine and in every version.
     */
    public String fingerprint() {
        return Fingerprint.render(model + "(" + parameters + ")");
    }

    /**
     * A parameter vector as JSON: the model's name, the {@link #fingerprint}, and each parameter by name, nested as its shape
     * is. Every number is read back as the same double.
     *
     * @throws IllegalArgumentException if the vector does not fit, or an entry is not finite
     */
    public String save(double[] vector) {
        return new SavedParameters(this).render(vector);
    }

    /**
     * The parameter vector that {@link #save} wrote.
     *
     * @return a fresh array
     * @throws IllegalArgumentException if the text is something else, or belongs to another model or another version of it
     */
    public double[] restore(String json) {
        return new SavedParameters(this).parse(json);
    }
}
