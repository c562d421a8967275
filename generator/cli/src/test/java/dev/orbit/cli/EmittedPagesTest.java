package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes shown in the documents are those that the command writes; {@code -Dgolden=update} renews them. */
class EmittedPagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"Correction", "Garch", "BlockSeed"})
    void theClassShownIsTheClassWritten(String name, @TempDir Path folder) throws IOException {
        Run run = Run.orbit("compile", Run.sample(name + ".orbit"), "--out", folder);
        assertEquals(0, run.exit(), run::toString);
        String written = Files.readString(folder.resolve(name + ".java"));
        Path shown = Run.root().resolve("docs/emitted").resolve(name + ".java");
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(shown, written);
        }
        assertEquals(Files.readString(shown), written);
    }
}
