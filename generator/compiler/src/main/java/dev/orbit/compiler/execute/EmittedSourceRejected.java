package dev.orbit.compiler.execute;

/** javac does not take what was emitted: a bug in the compiler. The message holds javac's own. */
public final class EmittedSourceRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmittedSourceRejected(String message) {
        super(message);
    }
}
