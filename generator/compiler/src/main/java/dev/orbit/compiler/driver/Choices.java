package dev.orbit.compiler.driver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is chosen outside the spec.
 *
 * @param packageName the package of the class where the spec names none
 * @param dims values of dims, by name
 * @param bindings functions given anew, each such as {@code s(u) = sigmoid(u)}
 * @param seed what random check points are drawn from
 */
public record Choices(Optional<String> packageName, Map<String, Integer> dims, List<String> bindings, long seed) {
    public static final Choices NONE = new Choices(Optional.empty(), Map.of(), List.of(), 0);

    public Choices {
        dims = Collections.unmodifiableMap(new LinkedHashMap<>(dims));
        bindings = List.copyOf(bindings);
    }
}
