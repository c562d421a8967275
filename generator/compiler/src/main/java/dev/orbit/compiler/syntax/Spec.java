package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One spec as it was written, without meaning.
 *
 * <p>Each declaration declares at most one name: {@code param a, b;} is two declarations, in the order of the text.
 *
 * @param unread what could not be read, empty unless errors were reported
 */
public record Spec(
        SourceFile source,
        Optional<PackageHeader> packageHeader,
        ModelHeader model,
        List<Declaration> declarations,
        List<Unread> unread) {
    public Spec {
        declarations = List.copyOf(declarations);
        unread = List.copyOf(unread);
    }

    /** All names that occur in what could not be read. */
    public Set<String> unreadNames() {
        return unread.stream().flatMap(u -> u.names().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
