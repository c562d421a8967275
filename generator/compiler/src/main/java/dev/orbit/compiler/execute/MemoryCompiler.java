package dev.orbit.compiler.execute;

import dev.orbit.runtime.Model;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles emitted classes in memory, against the runtime that the compiler itself runs with. */
public final class MemoryCompiler {
    private static final List<String> OPTIONS =
            List.of("--release", "17", "-proc:none", "-Xlint:all", "-Werror", "-implicit:none");

    private MemoryCompiler() {}

    /**
     * Compiles all sources in one call of javac, without annotation processing.
     *
     * @throws EmittedSourceRejected if javac reports an error or a warning: a bug in the compiler
     * @throws IllegalStateException if this Java has no compiler (a runtime without the module jdk.compiler)
     */
    public static CompiledClasses compile(List<JavaSource> sources) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new IllegalStateException("this Java has no compiler: run with a JDK, not a JRE");
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager standard =
                        javac.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8);
                ClassFilesInMemory files = new ClassFilesInMemory(standard)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(runtime()));
            List<SourceInMemory> units =
                    sources.stream().map(SourceInMemory::new).toList();
            boolean compiled = javac.getTask(messages, files, problems, OPTIONS, List.of(), units)
                    .call();
            if (!compiled || !problems.getDiagnostics().isEmpty()) {
                problems.getDiagnostics()
                        .forEach(problem -> messages.append(problem.toString()).append('\n'));
                throw new EmittedSourceRejected(messages.toString());
            }
            return new CompiledClasses(files.classes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder or archive from which the runtime's own classes come. */
    private static Path runtime() {
        try {
            return Path.of(Model.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the runtime's place is no file: " + e.getInput(), e);
        }
    }
}
