package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;
import java.util.Set;

/**
 * A declaration or statement that could not be read; the problem has been reported.
 *
 * @param names every name that occurs in it: a later room that misses one of them says nothing, since the declaration it
 *     looks for may be the one that was lost
 */
public record Unread(Span span, Set<String> names) {
    public Unread {
        names = Set.copyOf(names);
    }
}
