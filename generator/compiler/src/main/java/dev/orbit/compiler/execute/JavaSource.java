package dev.orbit.compiler.execute;

/** The source of one class. */
public record JavaSource(String qualifiedName, String text) {}
