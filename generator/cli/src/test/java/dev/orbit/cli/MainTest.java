package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void versionNamesTheProjectVersion() {
        assertEquals(0, run("--version"));
        assertTrue(out.toString().matches("orbit \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), out::toString);
    }

    @Test
    void helpIsAResultAndNotAnError() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().startsWith("Usage: orbit"), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void aMissingSubcommandIsAUsageError() {
        assertEquals(2, run());
        assertTrue(err.toString().startsWith("A subcommand is missing."), err::toString);
        assertEquals("", out.toString());
    }

    private int run(String... arguments) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
