package dev.orbit.compiler.model;

import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A pure function supplied when the emitted class is used.
 *
 * @param parameters as declared, in order
 * @param result the shape of its value
 */
public record AbstractFunction(String name, List<Parameter> parameters, Shape result, Span span, Optional<String> doc) {
    public AbstractFunction {
        parameters = List.copyOf(parameters);
    }

    /** One argument as declared. */
    public record Parameter(String name, Shape shape) {}

    /** Whether arguments and value are all scalars. */
    public boolean isScalar() {
        return result.isScalar() && parameters.stream().allMatch(p -> p.shape().isScalar());
    }
}
