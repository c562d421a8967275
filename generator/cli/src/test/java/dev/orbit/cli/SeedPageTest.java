package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands of {@code docs/seed.md} print what stands below them. */
class SeedPageTest {
    private static final Pattern BLOCK = Pattern.compile("```\n\\$ \\./orbit ([^\n]*)\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @Test
    void commandsPrintWhatThePageShows() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Run.root().resolve("docs/seed.md")));
        int blocks = 0;
        while (block.find()) {
            Run run = Run.orbit(words(block.group(1)).toArray());
            assertEquals(0, run.exit(), run.toString());
            assertEquals(block.group(2), run.out(), block.group(1));
            blocks++;
        }
        assertTrue(blocks >= 9, "the notebook has more cells than " + blocks);
    }

    @Test
    void whatDoesNotFitTheSpecIsAUsageError() {
        for (String point : List.of("nowhere", "q=1", "a=(", "a")) {
            Run run = Run.orbit("explain", Run.sample("Correction.orbit"), "--at", point);
            assertEquals(Exit.USAGE, run.exit(), run.toString());
        }
        assertEquals(
                Exit.USAGE,
                Run.orbit("explain", Run.sample("Correction.orbit"), "--of", "q")
                        .exit());
        assertEquals(
                Exit.USAGE,
                Run.orbit("explain", Run.sample("Correction.orbit"), "--abstract", "q")
                        .exit());
        assertEquals(
                Exit.USAGE,
                Run.orbit("explain", Run.sample("Correction.orbit"), "--format", "q")
                        .exit());
        assertEquals(
                Exit.USAGE,
                Run.orbit("explain", Run.sample("Correction.orbit"), "--steps", "-1")
                        .exit());
        assertEquals(3, Run.orbit("explain", "nowhere.orbit").exit());
    }

    @Test
    void everySampleIsExplained() throws IOException {
        try (Stream<Path> samples = Files.list(Run.root().resolve("samples"))) {
            for (Path sample :
                    samples.filter(file -> file.toString().endsWith(".orbit")).toList()) {
                for (String format : List.of("text", "latex", "mathml")) {
                    Run run = Run.orbit("explain", sample, "--format", format);
                    assertEquals(0, run.exit(), sample + "\n" + run);
                    assertTrue(run.out().contains("loss"), run.toString());
                }
            }
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(
                    text.startsWith("samples/")
                            ? Run.sample(text.substring("samples/".length())).toString()
                            : text);
        }
        return words;
    }
}
