package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;

/** The documentation comment before a declaration: its text without the stars, lines separated by LF, no blank ends. */
public record Doc(String text, Span span) {}
