package dev.orbit.compiler.model;

import dev.orbit.compiler.source.Span;
import java.util.Optional;

/**
 * A name with its meaning.
 *
 * @param id unique within a model: two symbols may share a name (the locals of two functions)
 * @param name as the author wrote it, in NFC; made up for the stacked right-hand side of {@code [p; q] = ...}
 * @param span where it is declared
 * @param doc the documentation comment before the declaration, without its stars
 */
public record Symbol(int id, String name, Role role, Shape shape, Span span, Optional<String> doc) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Symbol symbol && id == symbol.id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return name;
    }
}
