package dev.orbit.maven.generate;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.driver.Choices;
import dev.orbit.compiler.driver.Classes;
import dev.orbit.compiler.driver.Compilation;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.CompileRequest.Depth;
import dev.orbit.compiler.driver.Compiler;
import dev.orbit.compiler.driver.GeneratedFile;
import dev.orbit.compiler.driver.GradientTests;
import dev.orbit.compiler.driver.Product;
import dev.orbit.compiler.driver.Sharing;
import dev.orbit.compiler.driver.SourceRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/** The specs of a request, compiled one after another: what is wrong in one does not hide what is wrong in the next. */
final class Compiled {
    private final Diagnostics diagnostics;
    private final List<Diagnostic> said = new ArrayList<>();
    private final List<Product> classes = new ArrayList<>();
    private final List<GeneratedFile> tests = new ArrayList<>();
    private Optional<Throwable> fault = Optional.empty();

    private Compiled(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** @param diagnostics what was said about reading the specs; what is wrong with several together is added */
    static Compiled of(List<Spec> specs, Choices choices, Optional<Depth> depth, Diagnostics diagnostics) {
        Compiled compiled = new Compiled(diagnostics);
        List<Choices> shared = Sharing.among(specs.stream().map(Spec::source).toList(), choices);
        Compiler compiler = new Compiler();
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i).folder().wanted()) {
                compiled.add(compiler, specs.get(i), shared.get(i), depth);
            }
        }
        Classes.reportClashes(compiled.classes, product -> product.file().path(), diagnostics);
        return compiled;
    }

    private void add(Compiler compiler, Spec spec, Choices shared, Optional<Depth> depth) {
        SourceRoot root = new SourceRoot(spec.folder().root());
        Choices choices = new Choices(root.packageOf(spec.path()), shared.dims(), shared.bindings(), shared.seed());
        Compilation compilation = compiler.compile(new CompileRequest(
                spec.source(), choices, depth.orElse(spec.folder().depth())));
        root.reportPackage(spec.path(), compilation, Compiled::isPackage, diagnostics);
        // Of a folder from which only tests are made, warnings were told when its classes were made.
        compilation.diagnostics().inOrder().stream()
                .filter(each -> spec.folder().classes() || each.isError())
                .forEach(said::add);
        fault = fault.or(compilation::fault);
        compilation.product().ifPresent(product -> {
            if (spec.folder().classes()) {
                classes.add(product);
            }
            if (spec.folder().gradientTests()) {
                GradientTests.of(product).ifPresent(tests::add);
            }
        });
    }

    private static boolean isPackage(String name) {
        return SourceVersion.isName(name, SourceVersion.RELEASE_17);
    }

    List<Message> messages() {
        List<Diagnostic> all = new ArrayList<>(diagnostics.inOrder());
        all.addAll(said);
        return all.stream().map(Message::of).toList();
    }

    /** What is to be written: classes, then tests. */
    List<GeneratedFile> files() {
        List<GeneratedFile> files =
                new ArrayList<>(classes.stream().map(Product::file).toList());
        files.addAll(tests);
        return files;
    }

    Optional<Throwable> fault() {
        return fault;
    }
}
