package dev.orbit.compiler;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rooms of the compiler in the order in which data flows: a room sees none that is further along. Each names the
 * libraries that it alone may see.
 */
enum Room {
    SOURCE,
    DIAGNOSTIC,
    SYNTAX,
    PARSE("org.antlr", "dev.orbit.grammar"),
    FUNCTION,
    MODEL,
    CHECK,
    PROGRAM,
    FORMULA,
    LOWER,
    SIMPLIFY,
    SYMBOLIC("org.matheclipse", "org.hipparchus", "edu.jas", "org.apfloat"),
    PLAN,
    ADJOINT,
    SCHEDULE,
    CODE,
    EMIT("com.palantir.javapoet", "javax.lang.model"),
    EXECUTE("javax.tools", "com.sun.source"),
    ANALYSE,
    CLAIM,
    REPORT,
    DRIVER;

    private final List<String> libraries;

    Room(String... libraries) {
        this.libraries = List.of(libraries);
    }

    /** The room in which a class lives, if it lives in one below the given root package. */
    static Optional<Room> of(JavaClass type, String root) {
        return Stream.of(values())
                .filter(room -> isWithin(type.getPackageName(), root + "." + room.lowerCase()))
                .findFirst();
    }

    /** Whether this room alone may see a package, as far as it is a library's. */
    boolean owns(String packageName) {
        return libraries.stream().anyMatch(library -> isWithin(packageName, library));
    }

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isWithin(String packageName, String outer) {
        return packageName.equals(outer) || packageName.startsWith(outer + ".");
    }
}
