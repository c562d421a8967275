package dev.orbit.compiler.code;

import java.util.Arrays;

/** The classes whose static methods and constants emitted code uses. Their simple names are no names for variables. */
public enum Library {
    MATH("java.lang", "Math"),
    DOUBLE("java.lang", "Double"),
    ARRAYS("java.util", "Arrays"),
    SYSTEM("java.lang", "System"),
    FUNCTIONS("dev.orbit.runtime", "Functions"),
    ELEMENTWISE("dev.orbit.runtime", "Elementwise"),
    KERNELS("dev.orbit.runtime", "Kernels"),
    FACTORISATIONS("dev.orbit.runtime", "Factorisations"),
    TRANSFORMS("dev.orbit.runtime", "Transforms"),
    INTERVALS("dev.orbit.runtime", "Intervals"),
    WORKSPACE("dev.orbit.runtime", "Workspace");

    private final String packageName;
    private final String simpleName;

    Library(String packageName, String simpleName) {
        this.packageName = packageName;
        this.simpleName = simpleName;
    }

    public String packageName() {
        return packageName;
    }

    public String simpleName() {
        return simpleName;
    }

    /** The class with this simple name. */
    public static Library named(String simpleName) {
        return Arrays.stream(values())
                .filter(library -> library.simpleName.equals(simpleName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no library class " + simpleName));
    }
}
