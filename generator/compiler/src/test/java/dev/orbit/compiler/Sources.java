package dev.orbit.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the project's own Java files: hand-written, main, of every module but the samples. */
final class Sources {

    private static final Set<String> CLOSED = Set.of("target", "samples", "docs", ".git", ".ci");

    private Sources() {}

    /** The outermost folder upwards from here that has a pom: the root of the project. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && Files.exists(folder.resolveSibling("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Every hand-written main file with code in it, in a fixed order. */
    static List<Path> mainFiles() {
        List<Path> files = new ArrayList<>();
        SimpleFileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return CLOSED.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java") && !name.endsWith("-info.java") && isBelowMain(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            for (String part : List.of("grammar", "generator", "runtime")) {
                Files.walkFileTree(root().resolve(part), visitor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    /** The names of the packages directly below {@code dev.orbit.compiler}, sorted. */
    static List<String> packagesOfTheCompiler() {
        try (Stream<Path> folders = Files.list(root().resolve("generator/compiler/src/main/java/dev/orbit/compiler"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBelowMain(Path file) {
        return root().relativize(file).toString().replace('\\', '/').contains("/src/main/java/");
    }
}
