package dev.orbit.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and sizes over the main sources of every module; each rule is also shown to fail on a small bad file. */
class StyleTest {

    private static final int LONGEST_FILE = 400;
    private static final int LONG_FILE = 250;

    @Test
    void namesAndMethodsOfEveryModule() throws IOException {
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> problems = StyleRules.problems(files.getJavaFileObjectsFromPaths(Sources.mainFiles()));
            assertEquals(List.of(), problems, () -> String.join("\n", problems));
        }
    }

    @Test
    void sizesOfEveryModule() throws IOException {
        List<String> problems = sizeProblems(Sources.mainFiles());
        assertEquals(List.of(), problems, () -> String.join("\n", problems));
    }

    @Test
    void theRulesHaveFilesToLookAt() {
        List<String> names = Sources.mainFiles().stream()
                .map(file -> Sources.root().relativize(file).toString().replace('\\', '/'))
                .toList();
        assertTrue(names.stream().anyMatch(name -> name.startsWith("generator/compiler/src/main/")), names::toString);
        assertTrue(names.contains("generator/cli/src/main/java/dev/orbit/cli/Main.java"), names::toString);
        assertTrue(names.stream().anyMatch(name -> name.startsWith("runtime/core/src/main/")), names::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TypeManager",
                "TypeHelper",
                "MathUtil",
                "MathUtils",
                "ParserImpl",
                "NodeAbstract",
                "NodeBase",
                "CheckContext",
                "ModelData",
                "ModelInfo",
                "Context",
                "OrbitCompiler"
            })
    void aTypeNameThatSaysNothingIsFound(String name) {
        assertEquals(
                1,
                problems("package p; class Outer { record " + name + "() {} }").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Abstract", "CallAbstract", "Data", "Database", "Model", "Metadata"})
    void aTypeNameOfTheDesignIsNoFault(String name) {
        assertEquals(List.of(), problems("package p; class " + name + " {}"));
    }

    @ParameterizedTest
    @CsvSource({"getName, 1", "get, 1", "processAll, 1", "handle, 1", "perform2, 1", "gettysburg, 0", "handler, 0"})
    void aMethodNameThatSaysNothingIsFound(String name, int expected) {
        assertEquals(
                expected,
                problems("package p; class C { void " + name + "() {} }").size());
    }

    @Test
    void aLibrarysMethodNameIsNoFault() {
        assertEquals(
                List.of(),
                problems("package p; class C implements java.util.function.Supplier<C> { @Override public C get() {"
                        + " return this; } }"));
    }

    @Test
    void aLongMethodIsFound() {
        String body = "int x = 0;" + "\nx++;".repeat(StyleRules.LONGEST_METHOD - 2) + "\n";
        assertEquals(List.of(), problems("package p; class C { void f() {" + body + "} }"));
        assertEquals(
                1, problems("package p; class C { void f() {" + body + "\n} }").size());
    }

    @Test
    void aLongTableIsNoFault() {
        String sum = "\n+ 1".repeat(StyleRules.LONGEST_METHOD);
        assertEquals(List.of(), problems("package p; class C { int f() { return 0" + sum + "; } }"));
        assertEquals(
                1,
                problems("package p; class C { int f() { int x = 0" + sum + "; return x; } }")
                        .size());
        String fold = "<R> R choose(Cases<R> cases) { int x = 0" + sum + "; return cases.some(x); }";
        assertEquals(List.of(), problems("package p; class C { " + fold + " }"));
    }

    @ParameterizedTest
    @CsvSource({"dev.orbit.cli, check, 1", "dev.orbit.cli, driver, 0", "dev.orbit.compiler.driver, check, 0"})
    void aFrontDoorThatKnowsAPhaseIsFound(String in, String room, int expected) {
        String text = "package " + in + "; import dev.orbit.compiler." + room + ".Thing; class C {}";
        assertEquals(expected, problems(text).size());
    }

    @Test
    void aDefaultOverAnEnumOfOursIsFound() {
        String start = "package p; class C { enum Side { LEFT, RIGHT } int f(Side s) { ";
        String statement = "switch (s) { case LEFT: return 1; %s } return 0; } }";
        String expression = "return switch (s) { case LEFT -> 1; %s }; } }";
        assertEquals(
                1,
                problems(start + String.format(statement, "default: return 2;")).size());
        assertEquals(
                1, problems(start + String.format(expression, "default -> 2;")).size());
        assertEquals(List.of(), problems(start + String.format(expression, "case RIGHT -> 2;")));
    }

    @Test
    void aDefaultOverNumbersOrAForeignEnumIsNoFault() {
        String start = "package p; class C { enum Side { LEFT, RIGHT } int f(java.nio.file.AccessMode m, int i) { ";
        assertEquals(List.of(), problems(start + "return switch (i) { case 1 -> 1; default -> 2; }; } }"));
        assertEquals(List.of(), problems(start + "return switch (m) { case READ -> 1; default -> 2; }; } }"));
    }

    @Test
    void longFilesAreFound(@TempDir Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            files.add(file(folder, i, LONG_FILE - 1));
        }
        files.add(file(folder, 18, LONGEST_FILE));
        assertEquals(List.of(), sizeProblems(files));
        files.add(file(folder, 19, LONGEST_FILE + 1));
        assertEquals(1, sizeProblems(files).size());
        files.add(file(folder, 20, LONG_FILE));
        assertEquals(2, sizeProblems(files).size());
    }

    private static List<String> sizeProblems(List<Path> files) throws IOException {
        List<String> problems = new ArrayList<>();
        int longFiles = 0;
        for (Path file : files) {
            int lines = Files.readAllLines(file).size();
            longFiles += lines >= LONG_FILE ? 1 : 0;
            if (lines > LONGEST_FILE) {
                problems.add(file + " has " + lines + " lines");
            }
        }
        if (longFiles * 10 > files.size()) {
            problems.add(longFiles + " of " + files.size() + " files have " + LONG_FILE + " lines or more");
        }
        return problems;
    }

    private static Path file(Path folder, int number, int lines) throws IOException {
        return Files.writeString(folder.resolve("F" + number + ".java"), "//\n".repeat(lines));
    }

    private static List<String> problems(String text) {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///C.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        return StyleRules.problems(List.of(file));
    }
}
