package dev.orbit.compiler.symbolic;

/** A fault in the compiler's symbolic part. The message quotes the formula at fault in the author's notation. */
public final class SymbolicException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SymbolicException(String message) {
        super(message);
    }

    public SymbolicException(String message, Throwable cause) {
        super(message, cause);
    }
}
