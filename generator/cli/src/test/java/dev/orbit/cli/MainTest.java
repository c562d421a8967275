package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes, and what goes where. */
class MainTest {
    private static final String GOOD = "model Good;\ninput x;\ntarget y;\nparam a;\nloss (y - a * x)^2;\n";
    private static final String BAD = "model Bad;\ninput x;\nparam a;\nloss (a * z)^2;\n";

    @TempDir
    private Path folder;

    @Test
    void versionNamesTheProjectVersion() {
        Run run = Run.orbit("--version");
        assertEquals(0, run.exit());
        assertTrue(run.out().matches("orbit \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), run::toString);
    }

    @Test
    void helpIsAResultAndNotAnError() {
        Run run = Run.orbit("--help");
        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("Usage: orbit"), run::toString);
        assertEquals("", run.err());
    }

    @Test
    void argumentsThatMakeNoSenseAreAUsageError() throws IOException {
        Path good = spec("Good.orbit", GOOD);
        assertUsage("A subcommand is missing.");
        assertUsage("Missing required parameter", "check");
        assertUsage("--nonsense", "check", good, "--nonsense");
        assertUsage("There is no stage `tokens`", "compile", good, "--dump=tokens");
        assertUsage("no name of a Java package", "compile", good, "--package", "a.class.b");
        assertUsage("'x'", "compile", good, "-D", "k=x");
        assertUsage("'blue'", "compile", good, "--color=blue");
        assertUsage(
                "--values goes with one spec",
                "evaluate",
                good,
                spec("Other.orbit", GOOD.replace("Good", "Other")),
                "--values",
                "v.json");
        assertUsage("There is no code `ORB999`", "explain", "ORB999");
        assertUsage("There is no code", "explain", "../ORB101");
    }

    private static void assertUsage(String message, Object... arguments) {
        Run run = Run.orbit(arguments);
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.err().contains(message), run::toString);
        assertEquals("", run.out());
    }

    @Test
    void checkIsSilentWhereAllIsWell() throws IOException {
        Run run = Run.orbit("check", spec("Good.orbit", GOOD));
        assertEquals(new Run(0, "", ""), run);
    }

    @Test
    void whatMayBeMeantIsToldWhenAsked() throws IOException {
        Path spec = spec(
                "Stuck.orbit",
                "model Stuck;\ninput x;\ntarget y;\nparam a, b;\nloss (y - a * b * x)^2;\ninit zero { a = 0; b = 0; }\n");
        assertEquals(new Run(0, "", ""), Run.orbit("check", spec));
        Run lint = Run.orbit("check", "--lint", spec, "--color=never");
        assertEquals(0, lint.exit());
        assertTrue(lint.err().startsWith(spec + ":6:6: warning ORB423"), lint::toString);
        assertTrue(lint.err().contains("it stays zero: no parameter moves"), lint::toString);
    }

    @Test
    void aChoiceIsForTheSpecsThatHaveItsName() throws IOException {
        Path good = spec("Good.orbit", GOOD);
        Path other = spec(
                "Other.orbit",
                "model Other;\ndim k = 2;\nparam a;\nfunction s(u) = u;\nlet sum = k * s(a);\nloss sum;\n");
        Run shared = Run.orbit("check", good, other, "--bind", "s(u) = tanh(u)", "-D", "k=3");
        assertEquals(new Run(0, "", ""), shared);
        Run none = Run.orbit("check", good, other, "--bind", "k(u) = tanh(u)", "-D", "s=3");
        assertEquals(1, none.exit());
        assertTrue(none.err().contains("ORB520") && none.err().contains("ORB522"), none::toString);
        assertEquals(1, Run.orbit("check", good, "--bind", "s(u) = tanh(u)").exit());
    }

    @Test
    void errorsGoToStandardErrorWithTheirPlace() throws IOException {
        Path bad = spec("Bad.orbit", BAD);
        Run run = Run.orbit("check", bad, "--color=never");
        assertEquals(1, run.exit());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith(bad + ":4:11: error ORB2"), run::toString);
        assertFalse(run.err().contains("\u001B"), run::toString);
        assertTrue(Run.orbit("check", bad, "--color=always").err().contains("\u001B["));
    }

    @Test
    void diagnosticsAsJsonAreOneArrayForAllSpecs() throws IOException {
        Path bad = spec("Bad.orbit", BAD);
        Run run =
                Run.orbit("check", spec("Good.orbit", GOOD), bad, spec("Worse.orbit", "model Worse"), "--format=json");
        assertEquals(1, run.exit());
        JsonNode all = new ObjectMapper().readTree(run.err());
        assertTrue(all.isArray() && all.size() >= 2, run::toString);
        assertEquals(bad.toString(), all.get(0).get("file").asText());
        assertEquals(4, all.get(0).get("line").asInt());
        assertEquals(11, all.get(0).get("column").asInt());
        assertEquals(
                "[]\n",
                Run.orbit("check", spec("Good.orbit", GOOD), "--format=json").err());
    }

    @Test
    void aFolderStandsForItsSpecs() throws IOException {
        spec("b/Bad.orbit", BAD);
        spec("a/deep/Bad.orbit", BAD);
        spec("a/deep/notes.txt", "no spec");
        Run run = Run.orbit("check", folder, "--format=json");
        assertEquals(1, run.exit());
        JsonNode all = new ObjectMapper().readTree(run.err());
        assertEquals(
                2,
                all.findValuesAsText("code").stream()
                        .filter(code -> code.startsWith("ORB2"))
                        .count(),
                run::toString);
    }

    @Test
    void whatCannotBeReadIsAnInputOutputError() throws IOException {
        Run missing = Run.orbit("check", folder.resolve("None.orbit"));
        assertEquals(3, missing.exit());
        assertTrue(
                missing.err().contains("ORB501") && missing.err().contains("there is no such file"), missing::toString);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(3, Run.orbit("check", empty).exit());
        Run values = Run.orbit("evaluate", spec("Good.orbit", GOOD));
        assertEquals(3, values.exit());
        assertTrue(values.err().contains("ORB505") && values.err().contains("Good.values.json"), values::toString);
    }

    @Test
    void everyStageCanBePrinted() throws IOException {
        Path good = spec("Good.orbit", GOOD);
        for (String stage :
                new String[] {"syntax", "model", "program", "plan", "derivative", "schedule", "code", "java"}) {
            Run run = Run.orbit("compile", good, "--dump=" + stage, "--out", folder.resolve("out"));
            assertEquals(0, run.exit(), run::toString);
            assertTrue(run.out().lines().count() >= 2, () -> stage + "\n" + run);
        }
        assertFalse(Files.exists(folder.resolve("out")));
        Run bad = Run.orbit("compile", spec("Bad.orbit", BAD), "--dump=syntax");
        assertEquals(1, bad.exit());
        assertTrue(bad.out().contains("model Bad;"), bad::toString);
    }

    @Test
    void explainPrintsThePageOfACode() {
        Run run = Run.orbit("explain", "orb101");
        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("# ORB101: "), run::toString);
    }

    private Path spec(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
