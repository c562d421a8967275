package dev.orbit.maven.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.maven.compile.SpecWorkshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compiled, written, deleted and said from one build to the next. */
class GenerationTest {
    private static final String SPEC = "model NAME;\nparam a = 1;\ninput x;\nloss (a - x)^2;\n";

    @TempDir
    private Path folder;

    private Path specs;
    private String packageName = "";
    private Request request;

    @BeforeEach
    void layOut() throws IOException {
        specs = folder.resolve("Prüf stand/src/main/orbit");
        request = request(List.of(new Folder(specs, true, false)), Selection.ALL, List.of(), false);
        spec("p/A", SPEC);
    }

    private Request request(List<Folder> folders, Selection selection, List<String> bindings, boolean failOnWarning) {
        Path memory = folder.resolve("target/orbit/generate.txt");
        return new Request(
                "1", folders, selection, packageName, Map.of(), bindings, failOnWarning, folder.resolve("out"), memory);
    }

    private Path spec(String name, String text) throws IOException {
        Path file = specs.resolve(name + ".orbit");
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file, text.replace("NAME", file.getFileName().toString().replace(".orbit", "")));
    }

    private Outcome run() throws IOException {
        Outcome outcome = Generation.run(request, SpecWorkshop::new);
        assertFalse(outcome.failed(), () -> outcome.messages().toString());
        return outcome;
    }

    private List<String> changed(Outcome outcome) {
        return outcome.changed().stream()
                .map(path -> folder.resolve("out").relativize(path).toString().replace('\\', '/'))
                .toList();
    }

    private boolean made(String path) {
        return Files.exists(folder.resolve("out").resolve(path));
    }

    @Test
    void theFirstBuildWritesAndTheSecondTouchesNothing() throws IOException {
        assertEquals(List.of("p/A.java"), changed(run()));
        assertTrue(Files.readString(folder.resolve("out/p/A.java")).contains("package p;"));
        Object time = Files.getLastModifiedTime(folder.resolve("out/p/A.java"));
        Object memoryTime = Files.getLastModifiedTime(request.memory());
        Outcome second = Generation.run(request, () -> {
            throw new AssertionError("there is nothing to compile");
        });
        assertTrue(second.upToDate());
        assertEquals(List.of(), changed(second));
        assertEquals(time, Files.getLastModifiedTime(folder.resolve("out/p/A.java")));
        assertEquals(memoryTime, Files.getLastModifiedTime(request.memory()));
    }

    @Test
    void editsAdditionsRenamesAndDeletionsReachTheOutput() throws IOException {
        run();
        spec("p/A", SPEC.replace("(a - x)", "(a - 2 * x)"));
        assertEquals(List.of("p/A.java"), changed(run()));
        Path b = spec("q/r/B", SPEC);
        assertEquals(List.of("q/r/B.java"), changed(run()), "A is left alone");
        Files.delete(b);
        spec("q/r/C", SPEC);
        assertEquals(List.of("q/r/C.java", "q/r/B.java"), changed(run()));
        assertFalse(made("q/r/B.java"));
        Files.delete(specs.resolve("q/r/C.orbit"));
        assertEquals(List.of("q/r/C.java"), changed(run()));
        assertFalse(made("q"), "no empty folder stays behind");
        Files.delete(specs.resolve("p/A.orbit"));
        assertEquals(List.of("p/A.java"), changed(run()), "the last one too");
        assertTrue(run().upToDate());
    }

    @Test
    void whatMakesNoDifferenceInBytesIsNotWritten() throws IOException {
        spec("p/A", SPEC + "// one\n");
        run();
        spec("p/A", SPEC + "// two\n");
        Outcome outcome = run();
        assertFalse(outcome.upToDate());
        assertEquals(List.of(), changed(outcome));
        assertTrue(run().upToDate());
    }

    @Test
    void aFileThatWasEditedOrLostIsMadeAgain() throws IOException {
        run();
        Files.writeString(folder.resolve("out/p/A.java"), "class A {}");
        assertEquals(List.of("p/A.java"), changed(run()));
        Files.delete(folder.resolve("out/p/A.java"));
        assertEquals(List.of("p/A.java"), changed(run()));
        Files.writeString(request.memory(), "what is this");
        Outcome outcome = run();
        assertFalse(outcome.upToDate());
        assertEquals(List.of(), changed(outcome));
    }

    @Test
    void configurationAndVersionCount() throws IOException {
        spec("p/A", SPEC.replace("input x;", "input x;\nfunction s(u) = u;").replace("a - x", "a - s(x)"));
        run();
        List<String> bindings = List.of("s(u) = sin(u)");
        request = request(request.folders(), Selection.ALL, bindings, false);
        assertEquals(List.of("p/A.java"), changed(run()));
        assertTrue(Files.readString(folder.resolve("out/p/A.java")).contains("sin("));
        Request before = request;
        request = new Request(
                "2", before.folders(), Selection.ALL, "", Map.of(), bindings, false, before.output(), before.memory());
        assertFalse(run().upToDate());
        request = request(request.folders(), new Selection(List.of("**/*.orbit"), List.of("p/")), bindings, false);
        assertEquals(List.of("p/A.java"), changed(run()), "deleted: it is excluded");
        assertFalse(made("p/A.java"));
    }

    @Test
    void allErrorsOfAllSpecsAreToldAndTheOldOutputStays() throws IOException {
        run();
        String before = Files.readString(folder.resolve("out/p/A.java"));
        spec("p/A", SPEC.replace("^2", "^4"));
        Path b = spec("p/B", SPEC.replace("a - x", "a - y").replace("a = 1", "a = q"));
        Path c = spec("p/C", "model C\n");
        Outcome outcome = Generation.run(request, SpecWorkshop::new);
        assertTrue(outcome.failed());
        assertEquals(
                List.of(b.toString(), c.toString()),
                outcome.messages().stream()
                        .map(message -> message.file().orElseThrow())
                        .distinct()
                        .toList());
        assertEquals(2, outcome.messages().get(0).line());
        assertEquals(11, outcome.messages().get(0).column());
        assertTrue(outcome.errors() >= 3, () -> outcome.messages().toString());
        assertEquals(before, Files.readString(folder.resolve("out/p/A.java")));
        assertTrue(Generation.run(request, SpecWorkshop::new).failed(), "an error is not forgotten");
        Files.delete(b);
        Files.delete(c);
        spec("p/A", SPEC);
        assertTrue(run().upToDate());
    }

    @Test
    void warningsAreToldAgainAndFailWhereThatIsAsked() throws IOException {
        Path unused = spec("p/A", SPEC.replace("param a", "param unused = 2;\nparam a"));
        List<Message> first = run().messages();
        assertEquals(1, first.size(), first::toString);
        assertEquals(unused.toString(), first.get(0).file().orElseThrow());
        Outcome second = run();
        assertTrue(second.upToDate());
        assertEquals(first, second.messages());
        request = request(request.folders(), Selection.ALL, List.of(), true);
        assertTrue(Generation.run(request, SpecWorkshop::new).failed());
    }

    @Test
    void aFolderThatIsNoPackageIsRefusedUnlessTheSpecNamesOne() throws IOException {
        spec("my-models/B", SPEC);
        Outcome outcome = Generation.run(request, SpecWorkshop::new);
        assertTrue(outcome.failed());
        assertTrue(
                outcome.messages().get(0).text().contains("ORB506"),
                () -> outcome.messages().toString());
        spec("my-models/B", "package named.here;\n" + SPEC);
        assertEquals(
                List.of("p/A.java", "named/here/B.java"),
                changed(run()).stream().sorted((x, y) -> y.compareTo(x)).toList());
    }

    @Test
    void aPackageMayStandAboveTheFolder() throws IOException {
        packageName = "com.acme";
        request = request(request.folders(), Selection.ALL, List.of(), false);
        spec("Top", SPEC);
        spec("Named", "package named.here;\n" + SPEC);
        assertEquals(List.of("named/here/Named.java", "com/acme/Top.java", "com/acme/p/A.java"), changed(run()));
    }

    @Test
    void eachModelGetsATestOfItsGradient() throws IOException {
        Path tests = folder.resolve("src/test/orbit");
        Files.createDirectories(tests);
        Files.writeString(tests.resolve("T.orbit"), SPEC.replace("NAME", "T"));
        request = request(
                List.of(new Folder(specs, false, true), new Folder(tests, true, true)),
                Selection.ALL,
                List.of(),
                false);
        assertEquals(List.of("T.java", "p/AGradientTest.java", "TGradientTest.java"), changed(run()));
        assertTrue(Files.readString(folder.resolve("out/p/AGradientTest.java")).startsWith("package p;\n\nimport "));
    }

    @Test
    void noSpecsAreNoWork() throws IOException {
        request = request(List.of(new Folder(folder.resolve("none"), true, false)), Selection.ALL, List.of(), false);
        assertTrue(run().upToDate());
        assertFalse(Files.exists(request.memory()));
    }

    @Test
    void aCheckWritesNothing() throws IOException {
        spec("p/B", SPEC.replace("a - x", "a - y"));
        Outcome outcome = Generation.check(request, SpecWorkshop::new);
        assertTrue(outcome.failed());
        assertEquals(1, outcome.errors());
        assertFalse(made(""));
    }
}
