package dev.orbit.runtime;

/**
 * A model that predicts: its spec has at least one {@code output}. {@link Schema#outputs()} tells their names, shapes, and whether
 * there is one row per step.
 *
 * <p>Prediction reads no target: data made {@link ExamplesBuilder#withoutTargets() without targets} are enough.
 */
public interface Predicting extends Model {
    /**
     * The outputs of one example. Allocates nothing once the workspace has seen its longest example.
     *
     * @param parameters the parameter vector
     * @param examples data made for this model's schema, with or without targets
     * @param example index of the example, from 0
     * @param outputs one array per output of the schema, in that order; each is overwritten in the layout of {@link Result}, and
     *     may be longer than {@link Schema#steps() needed}
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    void predict(double[] parameters, Examples examples, int example, double[][] outputs);

    /**
     * The outputs of all examples, in fresh arrays.
     *
     * @throws IllegalArgumentException if the examples were made for another schema
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    default Predictions predictions(double[] parameters, Examples examples) {
        return Predictions.of(this, parameters, examples);
    }

    @Override
    Predicting fork();
}
