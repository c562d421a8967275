package dev.orbit.maven.generate;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.HumanRenderer;
import dev.orbit.compiler.diagnostic.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A diagnostic as a build shows it, in a form that can be remembered.
 *
 * @param file the spec; empty for what has no place in one, and then line and column are 0
 * @param line from 1
 * @param column from 1, in code points
 * @param text code and sentence, and below them the line of the spec, other places and what to do
 */
public record Message(Severity severity, Optional<String> file, int line, int column, String text) {
    static Message of(Diagnostic diagnostic) {
        String rendered = new HumanRenderer(false).render(List.of(diagnostic));
        String below = rendered.substring(rendered.indexOf('\n')).stripTrailing();
        return new Message(
                diagnostic.severity(),
                diagnostic.at().map(at -> at.file().name()),
                diagnostic.at().map(at -> at.start().line()).orElse(0),
                diagnostic.at().map(at -> at.start().column()).orElse(0),
                diagnostic.code() + ": " + diagnostic.message() + below);
    }
}
