package dev.orbit.runtime;

/**
 * An emitted class meets a runtime it was not made for. An error, not an exception: thrown by a class's initialiser it then
 * reaches the user as it is, instead of inside an {@link ExceptionInInitializerError}.
 */
public final class RuntimeMismatch extends LinkageError {
    private static final long serialVersionUID = 1L;

    RuntimeMismatch(String message) {
        super(message);
    }
}
