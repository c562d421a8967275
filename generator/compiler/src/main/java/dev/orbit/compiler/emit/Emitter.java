package dev.orbit.compiler.emit;

/** From a derivative program to a Java class. */
public final class Emitter {
    private Emitter() {}

    /** The class; the same bytes for the same request on every machine. */
    public static Emission emit(EmitRequest request) {
        throw new UnsupportedOperationException("in the next step");
    }
}
