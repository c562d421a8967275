package dev.orbit.compiler.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** One line for each diagnostic, as editors read them: {@code file:line:column: error ORB301: message}. */
public final class LineRenderer implements Renderer {
    @Override
    public String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(each -> line(each) + "\n").collect(Collectors.joining());
    }

    static String line(Diagnostic diagnostic) {
        return diagnostic.at().map(at -> place(at) + ": ").orElse("")
                + diagnostic.severity().word() + " " + diagnostic.code() + ": " + Cells.visible(diagnostic.message());
    }

    static String place(Location at) {
        return at.file().name() + ":" + at.start().line() + ":" + at.start().column();
    }
}
