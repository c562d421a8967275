package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;
import java.util.Optional;

/** {@code model Name;} */
public record ModelHeader(Optional<Doc> doc, Name name, Span span) {}
