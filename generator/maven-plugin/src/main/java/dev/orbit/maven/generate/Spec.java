package dev.orbit.maven.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A spec that was found.
 *
 * @param path absolute
 */
public record Spec(Folder folder, Path path) {
    /**
     * The specs of all folders, each folder's in the order of their paths.
     *
     * @throws IOException if a folder cannot be listed
     */
    static List<Spec> find(List<Folder> folders, Selection selection) throws IOException {
        List<Spec> specs = new ArrayList<>();
        for (Folder folder : folders) {
            for (Path path : list(folder.root(), selection)) {
                specs.add(new Spec(folder, path));
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
