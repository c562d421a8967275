package dev.orbit.compiler.driver;

/**
 * A file to write.
 *
 * @param path below the output folder, with forward slashes
 * @param text its content, to be written as UTF-8
 */
public record GeneratedFile(String path, String text) {}
