package dev.orbit.cli;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.HumanRenderer;
import dev.orbit.compiler.diagnostic.JsonRenderer;
import dev.orbit.compiler.diagnostic.Renderer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** How diagnostics are shown. They go to standard error; results go to standard output. */
final class Messages {
    /** When to use colours. */
    enum Colour {
        auto,
        always,
        never
    }

    /** Who reads. */
    enum Format {
        text,
        json
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "Colours in messages: ${COMPLETION-CANDIDATES}. Default: auto (on a terminal, unless NO_COLOR is set).")
    private Colour colour = Colour.auto;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Messages as ${COMPLETION-CANDIDATES}. Default: text.")
    private Format format = Format.text;

    @Option(names = "--debug", description = "Show where the compiler stumbled (also: ORBIT_DEBUG=1).")
    private boolean debug;

    /** Whether a program reads what is said. */
    boolean json() {
        return switch (format) {
            case text -> false;
            case json -> true;
        };
    }

    /** Writes diagnostics; as JSON always exactly one array. */
    void tell(List<Diagnostic> diagnostics, PrintWriter err) {
        Renderer renderer = switch (format) {
            case text -> new HumanRenderer(coloured());
            case json -> new JsonRenderer();
        };
        err.print(renderer.render(diagnostics));
        err.flush();
    }

    /** Writes where the compiler stumbled, if that was asked for. */
    void tell(Optional<Throwable> fault, PrintWriter err) {
        boolean wanted = debug
                || !Optional.ofNullable(System.getenv("ORBIT_DEBUG")).orElse("").isEmpty();
        if (wanted) {
            fault.ifPresent(thrown -> thrown.printStackTrace(err));
            err.flush();
        }
    }

    private boolean coloured() {
        return switch (colour) {
            case auto -> Ansi.AUTO.enabled();
            case always -> true;
            case never -> false;
        };
    }
}
