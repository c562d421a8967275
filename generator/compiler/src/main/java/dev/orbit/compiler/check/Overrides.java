package dev.orbit.compiler.check;

import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.syntax.Declaration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is chosen outside the spec.
 *
 * @param dims values of dims, by name
 * @param functions expressions for functions of the spec
 */
public record Overrides(Map<String, Integer> dims, List<Bound> functions) {
    public static final Overrides NONE = new Overrides(Map.of(), List.of());

    public Overrides {
        dims = Collections.unmodifiableMap(new LinkedHashMap<>(dims));
        functions = List.copyOf(functions);
    }

    /** A function given from outside, such as {@code s(u) = sigmoid(u)}, and the text it was read from. */
    public record Bound(SourceFile source, Declaration.InlineFunction function) {}
}
