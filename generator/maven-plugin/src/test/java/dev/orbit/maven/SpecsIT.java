package dev.orbit.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.maven.Builds.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** One module from build to build: each goes on from what the one before left. */
@EnabledIfSystemProperty(named = "it.maven", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpecsIT {
    private static final String SPECS = "src/main/orbit/p/";
    private static final String SOURCES = "target/generated-sources/orbit/p/";
    private static final String TESTS = "target/generated-test-sources/orbit/p/";

    private final Builds build;
    private final String pom;

    SpecsIT() throws IOException {
        pom = Readme.read().pomWithTests();
        build = Builds.fresh("specs").with("pom.xml", pom);
    }

    private void spec(String name, String more) throws IOException {
        build.with(
                SPECS + name + ".orbit",
                "model " + name + ";\nparam a = 1;\ninput x;\nfunction s(u) = u;\n" + more + "loss (a - s(x))^2;\n");
    }

    private Result mvn(int exit, String... arguments) throws IOException, InterruptedException {
        Result result = build.mvn(arguments);
        assertEquals(exit, result.exit(), result::output);
        return result;
    }

    private boolean made(String path) {
        return Files.exists(build.path(path));
    }

    private static void says(Result result, String what) {
        assertTrue(result.output().contains(what), () -> what + " is not in:\n" + result.output());
    }

    @Test
    @Order(1)
    void aFirstBuildMakesClassesAndTestsOfTheirGradients() throws IOException, InterruptedException {
        spec("A", "");
        spec("B", "param unused = 2;\n");
        spec("C", "");
        build.with("src/test/orbit/p/T.orbit", "model T;\nparam a = 1;\ninput x;\nloss (a - x)^2;\n");
        Result first = mvn(0, "test");
        says(first, "3 specs compiled, 3 files changed");
        // In the order of generated-test-sources: T itself, and a test for each of the four.
        says(first, "4 specs compiled, 5 files changed");
        says(first, "Tests run: 4, Failures: 0, Errors: 0, Skipped: 0\n");
        says(first, "[WARNING] " + build.path(SPECS + "B.orbit") + " [5:7]: ORB");
        assertTrue(made("target/test-classes/p/T.class"));
        assertFalse(made("target/classes/p/T.class"), "a spec of the tests is for the tests");
    }

    @Test
    @Order(2)
    void whereNothingHasChangedNothingIsTouchedAndWarningsAreToldAgain() throws IOException, InterruptedException {
        Map<String, FileTime> before = build.times("target");
        Result again = mvn(0, "test-compile");
        says(again, "3 specs up to date");
        says(again, "4 specs up to date");
        says(again, "[WARNING] " + build.path(SPECS + "B.orbit") + " [5:7]: ORB");
        assertEquals(before, build.times("target"), "javac is idle too");
    }

    @Test
    @Order(3)
    void editsAdditionsDeletionsAndRenamesReachTheClasses() throws IOException, InterruptedException {
        FileTime a = build.times(SOURCES).get(SOURCES + "A.java");
        FileTime t = build.times(TESTS).get(TESTS + "T.java");
        build.with(
                SPECS + "A.orbit",
                Files.readString(build.path(SPECS + "A.orbit")).replace("a - s", "2 * a - s"));
        Files.delete(build.path(SPECS + "B.orbit"));
        Files.delete(build.path(SPECS + "C.orbit"));
        spec("Renamed", "");
        spec("Added", "");
        Result result = mvn(0, "test-compile");
        says(result, "3 specs compiled, 5 files changed");
        assertNotEquals(a, build.times(SOURCES).get(SOURCES + "A.java"));
        assertEquals(t, build.times(TESTS).get(TESTS + "T.java"), "its spec is what it was");
        for (String name : List.of("A", "Added", "Renamed")) {
            assertTrue(made("target/classes/p/" + name + ".class"), name);
            assertTrue(made("target/test-classes/p/" + name + "GradientTest.class"), name);
        }
        for (String name : List.of("B", "C")) {
            assertFalse(made(SOURCES + name + ".java"), name);
            assertFalse(made(TESTS + name + "GradientTest.java"), name);
            assertFalse(made("target/classes/p/" + name + ".class"), name);
            assertFalse(made("target/test-classes/p/" + name + "GradientTest.class"), name);
        }
    }

    @Test
    @Order(4)
    void aChangeOfTheConfigurationCounts() throws IOException, InterruptedException {
        String configuration = "<configuration><bindings><binding>s(u) = sin(u)</binding></bindings></configuration>";
        build.with(
                "pom.xml", pom.replace("        <executions>", "        " + configuration + "\n        <executions>"));
        says(mvn(0, "compile"), "3 specs compiled, 3 files changed");
        assertTrue(Files.readString(build.path(SOURCES + "A.java")).contains("Math.sin(x)"));
    }

    @Test
    @Order(5)
    void anErrorInOneSpecOfThreeStopsTheBuildAtItsPlace() throws IOException, InterruptedException {
        Map<String, FileTime> before = build.times("target");
        spec("Added", "let b = z;\n");
        Result result = mvn(1, "compile");
        says(result, "[ERROR] " + build.path(SPECS + "Added.orbit") + " [5:9]: ORB");
        says(result, "1 error");
        assertEquals(before, build.times("target"), "what was made before stays");

        String plugin = "dev.orbit:orbit-maven-plugin:0.1.0-SNAPSHOT:";
        Result check = mvn(1, plugin + "help", plugin + "check");
        says(check, "orbit:generate-test");
        says(check, "Added.orbit [5:9]: ORB");
    }

    @Test
    @Order(6)
    void aSkippedPluginStillTellsOfItsSources() throws IOException, InterruptedException {
        Map<String, FileTime> before = build.times("target");
        mvn(0, "compile", "-Dorbit.skip");
        assertEquals(before, build.times("target"), "javac finds the sources and is idle");
    }
}
