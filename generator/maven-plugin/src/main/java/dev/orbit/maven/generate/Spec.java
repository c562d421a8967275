package dev.orbit.maven.generate;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.driver.SpecFiles;
import dev.orbit.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A spec that was found and read.
 *
 * @param path absolute
 */
record Spec(Folder folder, Path path, SourceFile source) {
    /**
     * The specs of all folders, each folder's in the order of their paths; what cannot be read is reported.
     *
     * @throws IOException if a folder cannot be listed
     */
    static List<Spec> find(List<Folder> folders, Selection selection, Diagnostics diagnostics) throws IOException {
        List<Spec> specs = new ArrayList<>();
        for (Folder folder : folders) {
            for (Path path : list(folder.root(), selection)) {
                SpecFiles.read(path, diagnostics).ifPresent(source -> specs.add(new Spec(folder, path, source)));
            }
        }
        return specs;
    }

    private static List<Path> list(Path root, Selection selection) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(root)) {
            return below.filter(path ->
                            selection.fits(root.relativize(path).toString().replace('\\', '/')))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
