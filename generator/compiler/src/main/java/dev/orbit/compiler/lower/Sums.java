package dev.orbit.compiler.lower;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;

/** Sums of losses and squares. */
final class Sums {
    private Sums() {}

    /** The sum from the left, empty when there is nothing to sum. */
    static Optional<Value> total(List<Value> values, Builder builder) {
        return values.stream().reduce(builder::add);
    }

    /** The sum of the squares of all entries. */
    static Value squares(Value residual, Builder builder) {
        return residual.type().isScalar()
                ? builder.apply(Function1.SQUARE, residual)
                : builder.linear(Product.DOT, Type.SCALAR, residual, residual);
    }
}
