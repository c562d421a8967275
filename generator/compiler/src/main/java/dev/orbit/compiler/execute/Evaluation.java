package dev.orbit.compiler.execute;

import dev.orbit.runtime.Examples;
import dev.orbit.runtime.Model;
import java.util.List;
import java.util.Map;

/**
 * The loss and its gradients at one point, as a compiled class computes them.
 *
 * @param loss summed over the examples, the penalty once
 * @param parameters the gradient of {@code loss} by each parameter, by name in the spec, all entries row-major
 * @param data the gradient by each differentiated datum, by name in the spec: one array per example, all entries row-major,
 *     step first
 */
public record Evaluation(double loss, Map<String, double[]> parameters, Map<String, List<double[]>> data) {
    /**
     * Evaluates a model.
     *
     * @param parameters the parameter vector
     */
    public static Evaluation of(Model model, double[] parameters, Examples examples) {
        throw new UnsupportedOperationException("in the next step");
    }
}
