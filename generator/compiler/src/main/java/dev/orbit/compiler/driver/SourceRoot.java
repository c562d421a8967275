package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Diagnostics;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A folder of specs laid out as Java sources are: the folder of a spec, seen from the root, is its package. */
public record SourceRoot(Path folder) {
    /** The package of a spec below this root that names none; empty for the unnamed package. */
    public Optional<String> packageOf(Path spec) {
        return Optional.ofNullable(folder.relativize(spec).getParent())
                .map(below -> StreamSupport.stream(below.spliterator(), false)
                        .map(Path::toString)
                        .collect(Collectors.joining(".")));
    }

    /**
     * Reports a spec that names no package where its folder is no name of one either.
     *
     * @param valid whether Java can have a package of this name
     */
    public void reportPackage(Path spec, Compilation compilation, Predicate<String> valid, Diagnostics diagnostics) {
        compilation
                .model()
                .filter(model -> model.packageName().isEmpty())
                .flatMap(model -> packageOf(spec))
                .filter(name -> !valid.test(name))
                .ifPresent(name ->
                        diagnostics.report(new FileProblem.NotAPackage(SpecFiles.name(spec), name.replace('.', '/'))));
    }
}
