package dev.orbit.maven.compile;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.HumanRenderer;
import dev.orbit.compiler.driver.CompileRequest.Depth;
import dev.orbit.compiler.driver.FileWriting;
import dev.orbit.compiler.driver.GeneratedFile;
import dev.orbit.maven.generate.Message;
import dev.orbit.maven.generate.Message.Severity;
import dev.orbit.maven.generate.Request;
import dev.orbit.maven.generate.Spec;
import dev.orbit.maven.generate.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workshop with the compiler in it. */
public final class SpecWorkshop implements Workshop {
    @Override
    public Work compile(Request request, List<Spec> specs) {
        return Compiled.of(request, specs, Optional.empty()).work();
    }

    @Override
    public Work check(Request request, List<Spec> specs) {
        return Compiled.of(request, specs, Optional.of(Depth.CHECK)).work();
    }

    @Override
    public List<Message> write(Path folder, Map<String, String> sources) {
        Diagnostics diagnostics = new Diagnostics();
        List<GeneratedFile> files = sources.entrySet().stream()
                .map(source -> new GeneratedFile(source.getKey(), source.getValue()))
                .toList();
        FileWriting.write(folder, files, diagnostics);
        return diagnostics.inOrder().stream().map(SpecWorkshop::message).toList();
    }

    static Message message(Diagnostic diagnostic) {
        String rendered = new HumanRenderer(false).render(List.of(diagnostic));
        String below = rendered.substring(rendered.indexOf('\n')).stripTrailing();
        Severity severity = switch (diagnostic.severity()) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case NOTE -> Severity.NOTE;
        };
        return new Message(
                severity,
                diagnostic.at().map(at -> at.file().name()),
                diagnostic.at().map(at -> at.start().line()).orElse(0),
                diagnostic.at().map(at -> at.start().column()).orElse(0),
                diagnostic.code() + ": " + diagnostic.message() + below);
    }
}
