package dev.orbit.compiler.sample;

import dev.orbit.compiler.driver.Choices;
import dev.orbit.compiler.driver.Classes;
import dev.orbit.compiler.driver.Compilation;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.Compiler;
import dev.orbit.compiler.driver.Product;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.ExamplesBuilder;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Objective;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.ParameterLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the compiler makes of a sample: the emitted class, compiled and loaded, at given numbers. */
final class Gradients {
    private static final Path SAMPLES = Path.of("../../samples");

    private final Model model;

    private Gradients(Model model) {
        this.model = model;
    }

    /**
     * Loss and gradient, summed over examples.
     *
     * @param gradient by name, each row-major
     */
    record Result(double loss, Map<String, double[]> gradient) {}

    /**
     * A sample, compiled.
     *
     * @param dims sizes that take the place of the spec's own
     * @param bindings functions for those that the spec leaves open
     */
    static Gradients of(String sample, Map<String, Integer> dims, String... bindings) throws IOException {
        String text = Files.readString(SAMPLES.resolve(sample + ".orbit"));
        Choices choices = new Choices(Optional.empty(), dims, List.of(bindings), 0);
        Compilation compilation = new Compiler()
                .compile(new CompileRequest(
                        new SourceFile(sample + ".orbit", text), choices, CompileRequest.Depth.EMIT));
        Product product = compilation
                .product()
                .orElseThrow(() ->
                        new AssertionError(compilation.diagnostics().inOrder().toString()));
        return new Gradients(Classes.load(List.of(product)).get(0));
    }

    static Path data(String file) {
        return SAMPLES.resolve("data").resolve(file);
    }

    /** How many numbers a parameter has. */
    int size(String parameter) {
        return model.parameters().parameters().stream()
                .filter(p -> p.name().equals(parameter))
                .findFirst()
                .orElseThrow()
                .shape()
                .size();
    }

    List<String> parameters() {
        return model.parameters().parameters().stream().map(Parameter::name).toList();
    }

    Result at(Map<String, double[]> parameters, Example... examples) {
        ParameterLayout layout = model.parameters();
        double[] theta = new double[layout.size()];
        parameters.forEach((name, values) -> System.arraycopy(values, 0, theta, layout.offset(name), values.length));
        double[] gradient = new double[theta.length];
        double loss = Objective.of(model, laid(examples)).valueAndGradient(theta, gradient);
        Map<String, double[]> named = new LinkedHashMap<>();
        for (String name : parameters()) {
            int from = layout.offset(name);
            named.put(name, Arrays.copyOfRange(gradient, from, from + size(name)));
        }
        return new Result(loss, named);
    }

    private Examples laid(Example... examples) {
        ExamplesBuilder builder = Examples.of(model.schema()).count(examples.length);
        if (model.schema().steps().fixed().isEmpty()) {
            builder.steps(Arrays.stream(examples).mapToInt(Example::steps).toArray());
        }
        for (Column column : model.schema().columns()) {
            double[] all = Arrays.stream(examples)
                    .flatMapToDouble(example -> Arrays.stream(example.columns().get(column.name())))
                    .toArray();
            if (column.values().kind() == Column.Kind.INDEX) {
                builder.column(
                        column.name(),
                        Arrays.stream(all).mapToInt(number -> (int) number).toArray());
            } else {
                builder.column(column.name(), all);
            }
        }
        return builder.build();
    }
}
