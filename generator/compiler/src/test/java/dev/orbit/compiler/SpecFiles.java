package dev.orbit.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The specs among the test resources. */
public final class SpecFiles {
    private static final Path SPECS = Sources.root().resolve("generator/compiler/src/test/resources/specs");

    private SpecFiles() {}

    /** Every spec below {@code specs/good}, in a fixed order. */
    public static List<Path> good() {
        return below(SPECS.resolve("good"));
    }

    /** Every spec below {@code specs/bad}, in a fixed order. */
    public static List<Path> bad() {
        return below(SPECS.resolve("bad"));
    }

    public static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".orbit"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
