package dev.orbit.cli.values;

import dev.orbit.runtime.Schema;
import dev.orbit.runtime.Shape;
import java.util.Map;
import java.util.Optional;

/**
 * What the entries of a file of values are called and how they are nested.
 *
 * @param schema names and shapes
 * @param openDim the dim that is the number of steps, if the spec gives it no value
 * @param spelled shapes in the spec's own words, such as {@code [4*k, n]}, by name; where one is not known, digits do
 */
public record Layout(Schema schema, Optional<String> openDim, Map<String, String> spelled) {
    public Layout {
        spelled = Map.copyOf(spelled);
    }

    Wanted wanted(String name, Json.Field field, Shape shape, boolean perStep) {
        return new Wanted(name, field, shape, perStep, spelled.getOrDefault(name, shape.toString()));
    }
}
