package dev.orbit.compiler.emit;

import java.util.List;
import java.util.stream.Collectors;

/** Shapes as the spec writes them. */
final class Shapes {
    private Shapes() {}

    /** Empty for a scalar, else {@code [n]} or {@code [m, n]}. */
    static String render(List<Integer> shape) {
        return shape.isEmpty() ? "" : shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A name with its shape, for Javadoc. */
    static String named(String name, List<Integer> shape) {
        return Comments.javadoc(name) + render(shape);
    }
}
