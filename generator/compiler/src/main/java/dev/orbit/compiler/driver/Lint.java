package dev.orbit.compiler.driver;

import dev.orbit.compiler.claim.Starts;

/** What is suspicious of a spec and may be meant: said when it is asked for. */
public final class Lint {
    private Lint() {}

    /** Adds warnings to what was said of a model; nothing of one with errors. */
    public static void report(Compilation compilation) {
        if (!compilation.diagnostics().hasErrors()) {
            compilation.model().ifPresent(model -> Starts.lint(model, compilation.diagnostics()));
        }
    }
}
