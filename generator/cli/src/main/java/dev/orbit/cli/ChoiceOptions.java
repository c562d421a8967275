package dev.orbit.cli;

import dev.orbit.compiler.driver.Choices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is chosen outside the spec. */
final class ChoiceOptions {
    @Option(
            names = "-D",
            paramLabel = "DIM=SIZE",
            description =
                    "Give a dim of the spec another value, such as -D k=32. Of several specs, those that have the dim.")
    private Map<String, Integer> dims = new LinkedHashMap<>();

    @Option(
            names = "--bind",
            paramLabel = "FUNCTION",
            description =
                    "Give a function of the spec another body, such as --bind 's(u) = sigmoid(u)'. Of several specs,"
                            + " those that have the function.")
    private List<String> bindings = new ArrayList<>();

    Choices choices(Optional<String> packageName, long seed) {
        return new Choices(packageName, dims, bindings, seed);
    }
}
