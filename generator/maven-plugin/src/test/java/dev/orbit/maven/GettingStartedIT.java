package dev.orbit.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.maven.Builds.Result;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The README's project, word for word, in a folder with spaces and letters that are not ASCII. */
@EnabledIfSystemProperty(named = "it.maven", matches = ".+")
class GettingStartedIT {
    private static final Pattern FITTED = Pattern.compile("([0-9.]+) at \\[([0-9.]+), ([0-9.]+)]");

    @Test
    void anEmptyFolderBecomesAFittedModel() throws IOException, InterruptedException {
        Readme readme = Readme.read();
        long lines = 0;
        Builds build = Builds.fresh("Prüf stand");
        for (Map.Entry<String, String> file : readme.files().entrySet()) {
            build.with(file.getKey(), file.getValue());
            lines += file.getValue().lines().count();
        }
        assertTrue(lines <= 40, lines + " lines are written by hand");

        Result run = build.mvn(readme.command().toArray(String[]::new));
        assertEquals(0, run.exit(), run::output);
        Matcher fitted = FITTED.matcher(run.output());
        assertTrue(fitted.find(), run::output);
        // On a grid, with steps of 0.005 and 0.02, the least is 45.98246 at 0.675 and 16.98; the start has 48.8.
        assertEquals(45.982, Double.parseDouble(fitted.group(1)), 1e-3, run::output);

        Map<String, FileTime> before = build.times("target");
        Result again = build.mvn("compile");
        assertEquals(0, again.exit(), again::output);
        assertTrue(again.output().contains("1 spec up to date"), again::output);
        assertEquals(before, build.times("target"), "no file is touched, and javac is idle");
    }
}
