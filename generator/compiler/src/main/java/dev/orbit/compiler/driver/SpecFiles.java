package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.parse.SourceText;
import dev.orbit.compiler.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and reads specs. What goes wrong is reported. */
public final class SpecFiles {
    private static final String ENDING = ".orbit";

    private SpecFiles() {}

    /** The files themselves, and of each folder the specs in it and below, in the order of their paths. */
    public static List<Path> find(List<Path> given, Diagnostics diagnostics) {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> below = Files.walk(path)) {
                List<Path> specs = below.filter(file -> file.getFileName() != null
                                && file.getFileName().toString().endsWith(ENDING)
                                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .sorted()
                        .toList();
                if (specs.isEmpty()) {
                    diagnostics.report(new FileProblem.NoSpecs(name(path)));
                }
                files.addAll(specs);
            } catch (IOException | java.io.UncheckedIOException e) {
                diagnostics.report(new FileProblem.NotReadable(name(path), reason(e)));
            }
        }
        return files.stream().distinct().toList();
    }

    /** The text of a spec; empty if it cannot be read or is no text. */
    public static Optional<SourceFile> read(Path file, Diagnostics diagnostics) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(SourceText.LIMIT_BYTES + 1);
            return SourceText.decode(name(file), bytes, diagnostics);
        } catch (IOException e) {
            diagnostics.report(new FileProblem.NotReadable(name(file), reason(e)));
            return Optional.empty();
        }
    }

    /** As messages call it: the path as given, with forward slashes. */
    static String name(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Why an access failed, without the names of classes. */
    static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return e.getMessage() == null ? "it failed" : e.getMessage();
    }
}
