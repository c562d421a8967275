package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Program;
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
        String steps) {

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
            "Examples",
            "Arguments",
            "RuntimeLevel",
            "String",
            "Override",
            "Batch",
            "ExampleBlock",
            "Optional",
            "Lanes");

    /** Gives out the names; {@code names} is the scope of the class. */
    static Naming of(Outline outline, Program program, Names names) {
        List<String> parameters =
                outline.parameters().stream().map(p -> names.variable(p.name())).toList();
        List<String> columns =
                outline.columns().stream().map(c -> names.variable(c.name())).toList();
        Map<String, String> constants = new LinkedHashMap<>();
        for (String name : Constants.named(outline, program).keySet()) {
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
                steps);
    }

    static Names scope() {
        return Names.reserving(RESERVED);
    }
}
