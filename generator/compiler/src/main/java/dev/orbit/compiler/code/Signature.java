package dev.orbit.compiler.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of the methods that compute, the same for all of them. Data are numbered as they are declared.
 *
 * @param vector the parameter vector
 * @param gradient the array that takes the gradient
 * @param steps the number of rows of data per step, where it is open
 * @param scalars data that are numbers
 * @param arrays data that are arrays: shaped, or one row per step
 * @param offsets where in its array a datum begins
 * @param columnGradients arrays that take gradients by data
 */
public record Signature(
        Array vector,
        Array gradient,
        Optional<Variable> steps,
        Map<Integer, Variable> scalars,
        Map<Integer, Array> arrays,
        Map<Integer, Variable> offsets,
        Map<Integer, Array> columnGradients) {

    static Signature of(Outline outline, Naming naming, Variables variables) {
        Optional<Variable> steps = outline.steps().fixed().isPresent()
                ? Optional.empty()
                : Optional.of(variables.named(naming.steps(), Kind.WHOLE));
        Map<Integer, Variable> scalars = new LinkedHashMap<>();
        Map<Integer, Array> arrays = new LinkedHashMap<>();
        Map<Integer, Variable> offsets = new LinkedHashMap<>();
        Map<Integer, Array> columnGradients = new LinkedHashMap<>();
        for (int i = 0; i < outline.columns().size(); i++) {
            Outline.Column column = outline.columns().get(i);
            Kind kind = column.index().isPresent() ? Kind.WHOLE : Kind.REAL;
            if (column.perStep() || !column.shape().isEmpty()) {
                arrays.put(i, new Array(naming.columns().get(i), kind));
                offsets.put(i, variables.named(naming.offsets().get(i), Kind.WHOLE));
            } else {
                scalars.put(i, variables.named(naming.columns().get(i), kind));
            }
            columnGradients.put(i, new Array(naming.gradients().get(i), Kind.REAL));
        }
        Array vector = new Array(naming.vector(), Kind.REAL);
        Array gradient = new Array(naming.gradient(), Kind.REAL);
        return new Signature(vector, gradient, steps, scalars, arrays, offsets, columnGradients);
    }

    /** Whether the methods of the class must be told more than the data: where in an array they begin, how many steps. */
    boolean needsOffsets() {
        return steps.isPresent() || !arrays.isEmpty();
    }

    /** The arguments of a method of this purpose; {@code differentiated} are the data that it gives gradients of. */
    List<Argument> parameters(Method.Purpose purpose, List<Integer> differentiated) {
        List<Argument> parameters = new ArrayList<>(List.of(vector));
        boolean ofData = purpose != Method.Purpose.PENALTY && purpose != Method.Purpose.PENALTY_GRADIENT;
        if (ofData) {
            steps.ifPresent(parameters::add);
            for (int i = 0; i < columnGradients.size(); i++) {
                if (scalars.containsKey(i)) {
                    parameters.add(scalars.get(i));
                } else {
                    parameters.add(arrays.get(i));
                    parameters.add(offsets.get(i));
                }
            }
        }
        if (purpose != Method.Purpose.LOSS && purpose != Method.Purpose.PENALTY) {
            parameters.add(gradient);
        }
        if (purpose == Method.Purpose.DATA_GRADIENT) {
            differentiated.forEach(column -> parameters.add(columnGradients.get(column)));
        }
        return parameters;
    }
}
