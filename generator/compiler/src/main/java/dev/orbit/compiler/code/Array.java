package dev.orbit.compiler.code;

/**
 * A flat array: an argument of a method or a field of the workspace.
 *
 * @param name its name in Java
 * @param element what an entry is
 */
public record Array(String name, Kind element) implements Argument {}
