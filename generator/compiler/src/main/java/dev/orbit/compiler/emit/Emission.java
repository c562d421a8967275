package dev.orbit.compiler.emit;

import dev.orbit.compiler.code.Code;

/**
 * An emitted class, and the stages on the way to it.
 *
 * @param schedules for each method the schedule, rendered
 * @param code the imperative code as it is printed
 * @param packageName the class's package, or empty
 * @param className the class's simple name in Java: the model's, unless that is a Java word
 * @param source the Java source: LF, ends with a line break
 */
public record Emission(String schedules, Code code, String packageName, String className, String source) {
    /** The class's full name. */
    public String qualifiedName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }

    /** The path of its file below the source root, with forward slashes. */
    public String path() {
        return qualifiedName().replace('.', '/') + ".java";
    }
}
