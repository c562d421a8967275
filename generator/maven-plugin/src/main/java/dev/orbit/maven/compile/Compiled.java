package dev.orbit.maven.compile;

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
import dev.orbit.compiler.driver.SpecFiles;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.maven.generate.Folder;
import dev.orbit.maven.generate.Request;
import dev.orbit.maven.generate.Spec;
import dev.orbit.maven.generate.Workshop.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** The specs of a request, compiled one after another: what is wrong in one does not hide what is wrong in the next. */
final class Compiled {
    private final Compiler compiler = new Compiler();
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<Diagnostic> said = new ArrayList<>();
    private final List<Product> classes = new ArrayList<>();
    private final List<GeneratedFile> tests = new ArrayList<>();
    private final String packageName;
    private Optional<Throwable> fault = Optional.empty();

    private Compiled(String packageName) {
        this.packageName = packageName;
    }

    /** A spec that was read. */
    private record Text(Spec spec, SourceFile source) {}

    /** @param depth how far all specs are compiled; empty: as far as what is made of them asks for */
    static Compiled of(Request request, List<Spec> specs, Optional<Depth> depth) {
        Compiled compiled = new Compiled(request.packageName());
        List<Text> texts = new ArrayList<>();
        for (Spec spec : specs) {
            SpecFiles.read(spec.path(), compiled.diagnostics).ifPresent(source -> texts.add(new Text(spec, source)));
        }
        Choices choices = new Choices(Optional.empty(), request.dims(), request.bindings(), 0);
        List<Choices> shared = Sharing.among(texts.stream().map(Text::source).toList(), choices);
        for (int i = 0; i < texts.size(); i++) {
            Folder folder = texts.get(i).spec().folder();
            if (folder.wanted()) {
                compiled.add(texts.get(i), shared.get(i), depth.orElse(folder.classes() ? Depth.TRY : Depth.EMIT));
            }
        }
        Classes.reportClashes(compiled.classes, product -> product.file().path(), compiled.diagnostics);
        return compiled;
    }

    private void add(Text text, Choices shared, Depth depth) {
        Folder folder = text.spec().folder();
        SourceRoot root = new SourceRoot(folder.root());
        Optional<String> below = root.packageOf(text.spec().path());
        Optional<String> whole = Optional.of(Stream.of(Optional.of(packageName), below)
                        .flatMap(Optional::stream)
                        .filter(part -> !part.isEmpty())
                        .reduce("", (all, part) -> all.isEmpty() ? part : all + "." + part))
                .filter(name -> !name.isEmpty());
        Choices choices = new Choices(whole, shared.dims(), shared.bindings(), shared.seed());
        Compilation compilation = compiler.compile(new CompileRequest(text.source(), choices, depth));
        root.reportPackage(text.spec().path(), compilation, Compiled::isPackage, diagnostics);
        // Of a folder from which only tests are made, warnings were told when its classes were made.
        compilation.diagnostics().inOrder().stream()
                .filter(each -> folder.classes() || each.isError())
                .forEach(said::add);
        fault = fault.or(compilation::fault);
        compilation.product().ifPresent(product -> {
            if (folder.classes()) {
                classes.add(product);
            }
            if (folder.gradientTests()) {
                GradientTests.of(product).ifPresent(tests::add);
            }
        });
    }

    private static boolean isPackage(String name) {
        return SourceVersion.isName(name, SourceVersion.RELEASE_17);
    }

    Work work() {
        List<Diagnostic> all = new ArrayList<>(diagnostics.inOrder());
        all.addAll(said);
        Map<String, String> sources = new LinkedHashMap<>();
        classes.forEach(
                product -> sources.put(product.file().path(), product.file().text()));
        tests.forEach(test -> sources.put(test.path(), test.text()));
        return new Work(all.stream().map(SpecWorkshop::message).toList(), sources, fault);
    }
}
