package dev.orbit.compiler.program;

import java.util.Optional;

/** A program that no pass should have made: a bug in the compiler. */
public final class MalformedProgram extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Origin> origin;

    MalformedProgram(String problem) {
        this(problem, Optional.empty());
    }

    MalformedProgram(String problem, Optional<Origin> origin) {
        super(problem);
        this.origin = origin;
    }

    /** The place in the spec that the faulty instruction comes from. */
    public Optional<Origin> origin() {
        return origin;
    }
}
