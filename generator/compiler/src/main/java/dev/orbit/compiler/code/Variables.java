package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Type;

/** Numbers the variables of a class. It lives inside one pass. */
final class Variables {
    private int next;

    Variable named(String name, Kind kind) {
        return new Variable(next++, name, kind);
    }

    static Kind kind(Type.Element element) {
        return switch (element) {
            case DOUBLE -> Kind.REAL;
            case FLOAT -> throw new IllegalStateException("floats are not emitted");
            case TRUTH -> Kind.TRUTH;
            case INDEX -> Kind.WHOLE;
        };
    }
}
