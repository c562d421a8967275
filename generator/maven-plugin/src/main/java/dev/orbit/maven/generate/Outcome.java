package dev.orbit.maven.generate;

import dev.orbit.maven.generate.Message.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of a request.
 *
 * @param messages all there is to say, in order
 * @param specs the specs that were looked at; absolute
 * @param changed files that were written anew or deleted; absolute
 * @param upToDate whether nothing had to be compiled
 * @param failOnWarning as it was requested
 * @param fault what the compiler stumbled over, if it did; it is also among the messages
 */
public record Outcome(
        List<Message> messages,
        List<Path> specs,
        List<Path> changed,
        boolean upToDate,
        boolean failOnWarning,
        Optional<Throwable> fault) {
    public Outcome {
        messages = List.copyOf(messages);
        specs = List.copyOf(specs);
        changed = List.copyOf(changed);
    }

    public long errors() {
        return count(Severity.ERROR);
    }

    public long warnings() {
        return count(Severity.WARNING);
    }

    /** Whether the build must stop. */
    public boolean failed() {
        return errors() > 0 || failOnWarning && warnings() > 0;
    }

    private long count(Severity severity) {
        return messages.stream()
                .filter(message -> message.severity() == severity)
                .count();
    }
}
