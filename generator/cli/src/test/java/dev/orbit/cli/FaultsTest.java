package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the surroundings or the numbers do not allow. */
class FaultsTest {
    @TempDir
    private Path folder;

    @Test
    void aGradientThatIsFiniteNowhereIsNotTried() throws IOException {
        Path spec = spec("loss log(-1 - a^2);");
        Run run = Run.orbit("compile", spec, "--out", folder.resolve("out"));
        assertEquals(0, run.exit(), run::toString);
        assertTrue(run.err().contains("warning ORB512"), run::toString);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the name means a folder within a folder")
    void aFolderWithForeignCodeIsNotExecuted() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve(".\\AutoloadSymja"));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "compile",
                        spec("loss (x - a * x * a)^2;").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int exit = process.waitFor();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertTrue(exit != 0 && text.contains("ORB508"), exit + "\n" + text);
        assertFalse(Files.exists(folder.resolve("orbit-out")), text);
    }

    private Path spec(String loss) throws IOException {
        return Files.writeString(folder.resolve("M.orbit"), "model M;\ninput x;\nparam a;\n" + loss + "\n");
    }
}
