package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;

/** A name where it stands. {@code text} is in NFC, so that equal names have equal texts. */
public record Name(String text, Span span) {}
