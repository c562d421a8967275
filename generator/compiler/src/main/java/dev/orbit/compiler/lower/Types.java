package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.AbstractFunction;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Type;
import java.util.List;

/**
 * Types of the program for shapes of the model. Whatever has one entry is a scalar, whether it was declared {@code x},
 * {@code x[1]} or {@code x[1, 1]}: so a block model with blocks of size 1 is the scalar model.
 */
final class Types {
    private Types() {}

    static Type of(Shape shape) {
        return of(shape.sizes());
    }

    static Type of(List<Integer> sizes) {
        boolean one = sizes.stream().allMatch(size -> size == 1);
        return one ? Type.SCALAR : new Type(Type.Element.DOUBLE, sizes, List.of());
    }

    /** The type of a block of a grid. */
    static Type cell(int rows, int columns, boolean vector) {
        return of(vector ? List.of(rows) : List.of(rows, columns));
    }

    static Abstract of(AbstractFunction f) {
        return new Abstract(
                f.name(), f.parameters().stream().map(p -> of(p.shape())).toList(), of(f.result()));
    }
}
