package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;
import java.util.List;

/** An argument of an abstract function as declared: {@code x[n]}; no shape means a scalar. */
public record Parameter(Name name, List<Expression> shape, Span span) {
    public Parameter {
        shape = List.copyOf(shape);
    }
}
