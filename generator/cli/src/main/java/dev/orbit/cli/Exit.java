package dev.orbit.cli;

import dev.orbit.compiler.diagnostic.Diagnostic;
import java.util.List;

/** What the command tells the shell. */
final class Exit {
    static final int OK = 0;
    static final int INPUT_HAS_ERRORS = 1;
    static final int USAGE = 2;
    static final int INPUT_OUTPUT = 3;
    static final int INTERNAL = 70;

    private Exit() {}

    /** The worst of what was said; warnings do not count. */
    static int of(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(Diagnostic::isError)
                .mapToInt(Exit::of)
                .max()
                .orElse(OK);
    }

    private static int of(Diagnostic error) {
        if (error.code().startsWith("ORB9")) {
            return INTERNAL;
        }
        return error.code().startsWith("ORB50") ? INPUT_OUTPUT : INPUT_HAS_ERRORS;
    }
}
