package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names in Java of what the spec declares, and of what every method speaks of. The author's names come first; ours give
 * way.
 *
 * @param className the class
 * @param parameters of the parameters, in order
 * @param columns of the data, in order
 * @param offsets for each datum, the variable that tells where it begins in a longer array
 * @param gradients for each datum, the array that takes its gradient
 * @param functions of the fields that hold the abstract functions, in order
 * @param constants of named numbers, by their name in the spec
 * @param vector of the parameter vector
 * @param gradient of the array that takes the gradient
 * @param steps of the number of steps
 * @param outputs of the arrays that take the outputs, in order
 * @param vectors of the arrays of residuals and of what is multiplied with their Jacobian, and of where these begin
 */
public record Naming(
        String className,
        List<String> parameters,
        List<String> columns,
        List<String> offsets,
        List<String> gradients,
        List<String> functions,
        Map<String, String> constants,
        String vector,
        String gradient,
        String steps,
        List<String> outputs,
        Map<String, String> vectors) {

    /** Names with which the emitted class refers to what it offers. */
    private static final List<String> RESERVED = List.of(
            "PARAMETER_COUNT",
            "SCHEMA",
            "examples",
            "example",
            "Model",
            "Constrained",
            "Schema",
            "Steps",
            "Parameter",
            "Column",
            "Start",
            "Draw",
            "Examples",
            "Arguments",
            "RuntimeLevel",
            "String",
            "Override",
            "Batch",
            "ExampleBlock",
            "Optional",
            "Lanes");

    /** Further ones, of a class that offers more than loss and gradient. */
    private static final List<String> OFFERING = List.of("Predicting", "LeastSquares", "Result", "outputs");

    /** Gives out the names; {@code names} is the scope of the class. */
    static Naming of(Outline outline, List<Program> programs, Names names) {
        List<String> parameters =
                outline.parameters().stream().map(p -> names.variable(p.name())).toList();
        List<String> columns =
                outline.columns().stream().map(c -> names.variable(c.name())).toList();
        Map<String, String> constants = new LinkedHashMap<>();
        for (String name : Constants.named(outline, programs).keySet()) {
            constants.put(name, names.constant(name));
        }
        List<String> functions = outline.functions().stream()
                .map(f -> Identifiers.variable(f.signature().name()))
                .map(name -> names.first(name, name + "Function"))
                .toList();
        String vector = names.first("theta", "parameters", "parameterVector");
        String gradient = names.first("gradient", "parameterGradient");
        String steps = names.first("steps", "stepCount");
        List<String> offsets = columns.stream().map(c -> names.first(c + "At")).toList();
        List<String> gradients =
                columns.stream().map(c -> names.first(c + "Gradient")).toList();
        List<String> outputs = outline.offers().outputs().stream()
                .map(o -> names.first(Identifiers.variable(o.name()) + "Out"))
                .toList();
        return new Naming(
                Identifiers.type(outline.className()),
                parameters,
                columns,
                offsets,
                gradients,
                functions,
                constants,
                vector,
                gradient,
                steps,
                outputs,
                vectors(outline, names));
    }

    private static Map<String, String> vectors(Outline outline, Names names) {
        Map<String, String> vectors = new LinkedHashMap<>();
        if (!outline.offers().residuals().isEmpty()) {
            for (String vector : List.of("residuals", "direction", "product", "weights", "jacobian")) {
                vectors.put(vector, names.first(vector, vector + "Vector"));
                vectors.put(vector + "At", names.first(vector + "At"));
            }
        }
        return vectors;
    }

    static Names scope(Outline outline) {
        List<String> reserved = new ArrayList<>(RESERVED);
        if (!outline.offers().outputs().isEmpty()
                || !outline.offers().residuals().isEmpty()) {
            reserved.addAll(OFFERING);
        }
        return Names.reserving(reserved);
    }
}
