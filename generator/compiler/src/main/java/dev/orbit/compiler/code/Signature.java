package dev.orbit.compiler.code;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
 * @param outputs arrays that take the outputs
 * @param vectors arrays of residuals and of what is multiplied with their Jacobian, by what they are
 */
public record Signature(
        Array vector,
        Array gradient,
        Optional<Variable> steps,
        Map<Integer, Variable> scalars,
        Map<Integer, Array> arrays,
        Map<Integer, Variable> offsets,
        Map<Integer, Array> columnGradients,
        List<Array> outputs,
        Map<Vector, Block> vectors) {

    /** What lies in an array of the caller from some entry on. */
    public enum Vector {
        RESIDUALS,
        /** What the Jacobian is multiplied with, in the layout of the parameter vector. */
        DIRECTION,
        /** Their product. */
        PRODUCT,
        /** What the transposed Jacobian is multiplied with. */
        WEIGHTS,
        JACOBIAN;

        /** In an emitted method that knows no names of the spec. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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
        List<Array> outputs = naming.outputs().stream()
                .map(name -> new Array(name, Kind.REAL))
                .toList();
        Map<Vector, Block> vectors = new EnumMap<>(Vector.class);
        if (!naming.vectors().isEmpty()) {
            for (Vector of : Vector.values()) {
                vectors.put(
                        of,
                        new Block(
                                new Array(requireNonNull(naming.vectors().get(of.text())), Kind.REAL),
                                of == Vector.DIRECTION
                                        ? new Expr.Whole(0)
                                        : variables.named(
                                                requireNonNull(naming.vectors().get(of.text() + "At")), Kind.WHOLE)));
            }
        }
        Array vector = new Array(naming.vector(), Kind.REAL);
        Array gradient = new Array(naming.gradient(), Kind.REAL);
        return new Signature(vector, gradient, steps, scalars, arrays, offsets, columnGradients, outputs, vectors);
    }

    /** Whether the methods of the class must be told more than the data: where in an array they begin, how many steps. */
    boolean needsOffsets() {
        return steps.isPresent() || !arrays.isEmpty();
    }

    /** The arguments of a method of this purpose; {@code differentiated} are the data that it gives gradients of. */
    List<Argument> parameters(Method.Purpose purpose, List<Integer> differentiated, Outline outline) {
        List<Argument> parameters = new ArrayList<>(List.of(vector));
        if (purpose != Method.Purpose.PENALTY && purpose != Method.Purpose.PENALTY_GRADIENT) {
            steps.ifPresent(parameters::add);
            for (int i = 0; i < columnGradients.size(); i++) {
                if (purpose != Method.Purpose.PREDICT
                        || !outline.columns().get(i).target()) {
                    datum(i, parameters);
                }
            }
        }
        switch (purpose) {
            case LOSS, PENALTY -> {}
            case GRADIENT, PENALTY_GRADIENT -> parameters.add(gradient);
            case DATA_GRADIENT -> {
                parameters.add(gradient);
                differentiated.forEach(column -> parameters.add(columnGradients.get(column)));
            }
            case PREDICT -> parameters.addAll(outputs);
            case RESIDUALS -> add(Vector.RESIDUALS, parameters);
            case JACOBIAN_TIMES -> {
                add(Vector.DIRECTION, parameters);
                add(Vector.PRODUCT, parameters);
            }
            case TRANSPOSED_TIMES -> {
                add(Vector.WEIGHTS, parameters);
                parameters.add(gradient);
            }
            case JACOBIAN -> add(Vector.JACOBIAN, parameters);
            case CONSTRAIN, UNCONSTRAIN, PULL_BACK, PART ->
                throw new IllegalStateException("no schedule makes a method to " + purpose);
        }
        return parameters;
    }

    private void datum(int column, List<Argument> parameters) {
        if (scalars.containsKey(column)) {
            parameters.add(scalars.get(column));
        } else {
            parameters.add(arrays.get(column));
            parameters.add(offsets.get(column));
        }
    }

    private void add(Vector of, List<Argument> parameters) {
        Block block = vector(of);
        parameters.add(block.array());
        if (block.offset() instanceof Variable at) {
            parameters.add(at);
        }
    }

    Block vector(Vector of) {
        return requireNonNull(vectors.get(of));
    }

    /** The arrays of vectors, by what they are. */
    public Map<Vector, Array> vectorArrays() {
        Map<Vector, Array> arrays = new EnumMap<>(Vector.class);
        vectors.forEach((of, block) -> arrays.put(of, block.array()));
        return arrays;
    }

    /** The variables that tell where a vector begins in its array. */
    public List<Variable> starts() {
        return vectors.values().stream()
                .map(Block::offset)
                .filter(offset -> offset instanceof Variable)
                .map(offset -> (Variable) offset)
                .toList();
    }
}
