package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a run the output folder is as before, or complete. */
class OutputFolderTest {
    private static final String GOOD = "model Good;\ninput x;\ntarget y;\nparam a;\nloss (y - a * x)^2;\n";

    @TempDir
    private Path folder;

    @Test
    void aClassIsWrittenWhereItsPackageSays() throws IOException {
        Path out = folder.resolve("deep/out");
        Run run = Run.orbit("compile", spec("Good", GOOD), "--out", out, "--package", "com.acme");
        assertEquals(0, run.exit(), run::toString);
        assertEquals(List.of("com/acme/Good.java"), files(out));
        assertTrue(Files.readString(out.resolve("com/acme/Good.java")).startsWith("package com.acme;\n"));
        assertTrue(run.out().contains("written to") && run.out().contains("dual numbers"), run::toString);
        Path file = out.resolve("com/acme/Good.java");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        Run.orbit("compile", spec("Good", GOOD), "--out", out, "--package", "com.acme");
        assertEquals(1_000_000, Files.getLastModifiedTime(file).toMillis(), "what has not changed is left alone");
    }

    @Test
    void oneBadSpecKeepsAllFromBeingWritten() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("Good.java"), "old");
        Path good = spec("Good", GOOD);
        Path bad = spec("Bad", "model Bad;\nparam a;\nloss z;\n");
        Path worse = spec("Worse", "model Worse;\nparam a;\nloss zz;\n");
        Run run = Run.orbit("compile", good, bad, worse, "--out", out);
        assertEquals(1, run.exit());
        assertEquals("", run.out());
        assertTrue(run.err().contains("Bad.orbit:3:6") && run.err().contains("Worse.orbit:3:6"), run::toString);
        assertEquals(List.of("Good.java"), files(out));
        assertEquals("old", Files.readString(out.resolve("Good.java")));
    }

    @Test
    void anOutputFolderThatIsAFileIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertRefused(file);
        assertTrue(assertRefused(file.resolve("below")).err().contains("is a file, not a folder"));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void anEmptyNameIsNoFolder() throws IOException {
        Run run = Run.orbit("compile", spec("Good", GOOD), "--out", "");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.err().contains("`--out` names no folder"), run::toString);
    }

    @Test
    void aPackageThatJavaDoesNotTakeIsRenamed() throws IOException {
        Path out = folder.resolve("out");
        Run run = Run.orbit("compile", spec("Good", "package a.class.b;\n" + GOOD), "--out", out);
        assertEquals(0, run.exit(), run::toString);
        assertEquals(List.of("a/class_/b/Good.java"), files(out));
    }

    @Test
    void aFailureInTheMiddleTakesEverythingBack() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("Afore.java"), "old");
        // A folder with something in it cannot be replaced by a file, whoever runs this.
        Files.createDirectories(out.resolve("Good.java/inside"));
        Path first = spec("Afore", GOOD.replace("Good", "Afore"));
        Path another = spec("Between", "package fresh.one;\n" + GOOD.replace("Good", "Between"));
        Run run = Run.orbit("compile", first, another, spec("Good", GOOD), "--out", out);
        assertEquals(3, run.exit(), run::toString);
        assertTrue(run.err().contains("ORB503"), run::toString);
        assertEquals("", run.out());
        assertEquals(List.of("Afore.java"), files(out));
        assertEquals("old", Files.readString(out.resolve("Afore.java")));
        assertFalse(Files.exists(out.resolve("fresh")));
    }

    @Test
    void twoModelsOfOneNameAreRefused() throws IOException {
        Run run = Run.orbit("compile", spec("Good", GOOD), spec("Twin", GOOD), "--out", folder.resolve("out"));
        assertEquals(3, run.exit());
        assertTrue(run.err().contains("ORB504"), run::toString);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private Run assertRefused(Path out) throws IOException {
        Run run = Run.orbit("compile", spec("Good", GOOD), "--out", out);
        assertEquals(3, run.exit(), run::toString);
        assertTrue(run.err().contains("ORB503"), run::toString);
        assertEquals("", run.out());
        return run;
    }

    private Path spec(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".orbit"), text);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
