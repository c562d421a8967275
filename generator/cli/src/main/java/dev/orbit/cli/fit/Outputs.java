package dev.orbit.cli.fit;

import dev.orbit.compiler.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that a fit leaves behind. */
public final class Outputs {
    private Outputs() {}

    /** Writes a text file; a failure is reported. */
    public static void write(Path file, String text, Diagnostics diagnostics) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            report(file, "there is no such folder", diagnostics);
        } catch (AccessDeniedException e) {
            report(file, "that is not allowed", diagnostics);
        } catch (IOException e) {
            report(file, Files.isDirectory(file) ? "it is a folder" : "it failed", diagnostics);
        }
    }

    private static void report(Path file, String why, Diagnostics diagnostics) {
        diagnostics.report(new FitProblem.NotWritten(file.toString().replace('\\', '/'), why));
    }
}
