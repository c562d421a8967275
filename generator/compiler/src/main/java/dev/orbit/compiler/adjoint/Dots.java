package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tangents of values. What has none does not change along the direction. */
final class Dots {
    private final Builder builder;
    private final Map<Value, Value> known = new HashMap<>();

    Dots(Builder builder) {
        this.builder = builder;
    }

    Optional<Value> of(Value value) {
        return Optional.ofNullable(known.get(value));
    }

    Value orZero(Value value) {
        return of(value).orElseGet(() -> builder.literal(Literal.of(0.0), value.type()));
    }

    void put(Value value, Value dot) {
        known.put(value, dot);
    }

    /** A new value that somebody else defines: the tangent of an argument. */
    Value seed(Value argument) {
        Value dot = named(argument).fresh(argument.type());
        put(argument, dot);
        return dot;
    }

    /** The tangent of {@code h} is called {@code hDot}. */
    Builder named(Value of) {
        return builder.named(name(of));
    }

    static String name(Value of) {
        return of.hint().isEmpty() ? "" : of.hint() + "Dot";
    }

    /** A tangent as large as the value it is a part of: a scalar's may fill a vector. */
    Value filling(Type type, Value dot) {
        boolean fills = dot.type().shape().isEmpty() && !type.shape().isEmpty();
        return fills ? builder.view(dev.orbit.compiler.program.Access.BROADCAST, type, java.util.List.of(), dot) : dot;
    }
}
