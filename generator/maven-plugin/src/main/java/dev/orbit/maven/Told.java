package dev.orbit.maven;

import dev.orbit.maven.generate.Message;
import dev.orbit.maven.generate.Message.Severity;
import dev.orbit.maven.generate.Outcome;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;

/** Tells an outcome: to an IDE as markers in the specs, on a console as lines with the same places. */
final class Told {
    private final BuildContext build;
    private final Log log;

    Told(BuildContext build, Log log) {
        this.build = build;
        this.log = log;
    }

    void tell(Outcome outcome) {
        for (Path spec : outcome.specs()) {
            build.removeMessages(spec.toFile());
        }
        outcome.messages().forEach(this::tell);
        outcome.fault().ifPresent(fault -> log.debug("where the compiler stumbled", fault));
        for (Path file : outcome.changed()) {
            build.refresh(file.toFile());
        }
        String specs = counted(outcome.specs().size(), "spec");
        if (outcome.upToDate()) {
            log.info(outcome.specs().isEmpty() ? "no specs" : specs + " up to date");
        } else if (!outcome.failed()) {
            log.info(specs + " compiled, " + counted(outcome.changed().size(), "file") + " changed");
        }
    }

    private void tell(Message message) {
        if (message.file().isPresent()) {
            File file = new File(message.file().get());
            build.addMessage(
                    file, message.line(), message.column(), message.text(), severity(message.severity()), null);
            return;
        }
        switch (message.severity()) {
            case ERROR -> log.error(message.text());
            case WARNING -> log.warn(message.text());
            case NOTE -> log.info(message.text());
        }
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case ERROR -> BuildContext.SEVERITY_ERROR;
            case WARNING, NOTE -> BuildContext.SEVERITY_WARNING;
        };
    }

    /** Such as {@code 2 errors, 1 warning}. */
    static String counted(Outcome outcome) {
        String errors = counted(outcome.errors(), "error");
        String warnings = counted(outcome.warnings(), "warning");
        return outcome.errors() == 0 ? warnings : outcome.warnings() == 0 ? errors : errors + ", " + warnings;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
