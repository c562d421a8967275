package dev.orbit.cli;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.driver.Choices;
import dev.orbit.compiler.driver.Compilation;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.Compiler;
import dev.orbit.compiler.driver.Product;
import dev.orbit.compiler.driver.Sharing;
import dev.orbit.compiler.driver.SpecFiles;
import dev.orbit.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The specs of a command line, compiled one after another: what is wrong in one does not hide what is wrong in the next. */
final class Specs {
    @Parameters(
            arity = "1..*",
            paramLabel = "SPEC",
            description = "Specs; a folder stands for all files *.orbit in it and below.")
    private List<Path> given = new ArrayList<>();

    private final Diagnostics files = new Diagnostics();
    private final List<Path> compiled = new ArrayList<>();
    private final List<Compilation> compilations = new ArrayList<>();

    void compile(Choices choices, CompileRequest.Depth depth) {
        List<SourceFile> sources = new ArrayList<>();
        for (Path path : SpecFiles.find(given, files)) {
            SpecFiles.read(path, files).ifPresent(source -> {
                sources.add(source);
                compiled.add(path);
            });
        }
        Compiler compiler = new Compiler();
        List<Choices> shared = Sharing.among(sources, choices);
        for (int i = 0; i < sources.size(); i++) {
            compilations.add(compiler.compile(new CompileRequest(sources.get(i), shared.get(i), depth)));
        }
    }

    /** One for each spec that could be read, in order. */
    List<Compilation> compilations() {
        return List.copyOf(compilations);
    }

    /** The files of {@link #compilations}. */
    List<Path> paths() {
        return List.copyOf(compiled);
    }

    /** The values of a spec where no other file is named: NAME.values.json beside NAME.orbit. */
    static Path values(Path spec) {
        String name =
                Optional.ofNullable(spec.getFileName()).map(Path::toString).orElse("");
        String stem = name.endsWith(".orbit") ? name.substring(0, name.length() - ".orbit".length()) : name;
        return spec.resolveSibling(stem + ".values.json");
    }

    /** The classes of the specs without errors. */
    List<Product> products() {
        return compilations.stream()
                .flatMap(compilation -> compilation.product().stream())
                .toList();
    }

    /** Where a command adds what it has to say itself. */
    Diagnostics diagnostics() {
        return files;
    }

    /** Everything said so far. */
    List<Diagnostic> said() {
        List<Diagnostic> all = new ArrayList<>(files.inOrder());
        compilations.forEach(compilation -> all.addAll(compilation.diagnostics().inOrder()));
        return all;
    }

    /** Whether all went well so far. */
    boolean sound() {
        return said().stream().noneMatch(Diagnostic::isError);
    }

    /** What the compiler stumbled over first, if it did. */
    Optional<Throwable> fault() {
        return compilations.stream()
                .flatMap(compilation -> compilation.fault().stream())
                .findFirst();
    }
}
