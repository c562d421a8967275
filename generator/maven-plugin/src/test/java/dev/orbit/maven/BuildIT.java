package dev.orbit.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.maven.Builds.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Builds by Maven itself, as a user starts them; the pom lays out a repository for them and says where it is. */
@EnabledIfSystemProperty(named = "it.repository", matches = ".+")
class BuildIT {
    private static final Pattern FILE = Pattern.compile("`([^`\n]+)`:\n\n```\\w*\n(.*?)```\n", Pattern.DOTALL);

    private static final String SPEC = "model NAME;\nparam a = 1;\ninput x;\nloss (a - x)^2;\n";

    private static Map<String, String> gettingStarted() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("it.readme")));
        String section = readme.substring(readme.indexOf("## In a build"), readme.indexOf("## Where to read on"));
        Map<String, String> files = new LinkedHashMap<>();
        for (MatchResult found : FILE.matcher(section).results().toList()) {
            files.put(found.group(1), found.group(2));
        }
        assertEquals(3, files.size(), files::toString);
        return files;
    }

    /** In a folder with spaces and letters that are not ASCII. */
    @Test
    void theReadmesProjectIsBuiltAndBuiltAgainWithoutATouch() throws IOException, InterruptedException {
        Builds build = Builds.fresh("Prüf stand");
        for (Map.Entry<String, String> file : gettingStarted().entrySet()) {
            build.with(file.getKey(), file.getValue());
        }
        Result first = build.mvn("test");
        assertEquals(0, first.exit(), first::output);
        assertTrue(first.output().contains("1 spec compiled, 1 file changed"), first::output);
        assertTrue(first.output().contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0, Time"), first::output);

        Map<String, FileTime> sources = build.times("target/generated-sources");
        Map<String, FileTime> tests = build.times("target/generated-test-sources");
        Map<String, FileTime> classes = build.times("target/classes");
        Map<String, FileTime> memory = build.times("target/orbit");
        Result second = build.mvn("test-compile");
        assertEquals(0, second.exit(), second::output);
        assertTrue(second.output().contains("1 spec up to date"), second::output);
        assertEquals(sources, build.times("target/generated-sources"));
        assertEquals(tests, build.times("target/generated-test-sources"));
        assertEquals(classes, build.times("target/classes"), "javac is idle");
        assertEquals(memory, build.times("target/orbit"));

        Path runtime = Path.of(System.getProperty("it.repository"), "dev/orbit/orbit-runtime/0.1.0-SNAPSHOT")
                .resolve("orbit-runtime-0.1.0-SNAPSHOT.jar");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Result trained = build.run(List.of(
                java.toString(), "-cp", build.path("target/classes") + File.pathSeparator + runtime, "example.Train"));
        assertEquals(0, trained.exit(), trained::output);
        assertTrue(trained.output().contains(" at ["), trained::output);
    }

    @Test
    void oneWrongSpecOfThreeFailsAtItsPlaceAndNothingIsWritten() throws IOException, InterruptedException {
        Builds build = Builds.fresh("wrong")
                .with("pom.xml", gettingStarted().get("pom.xml"))
                .with("src/main/orbit/p/A.orbit", SPEC.replace("NAME", "A"))
                .with("src/main/orbit/p/B.orbit", SPEC.replace("NAME", "B").replace("a - x", "a - y"))
                .with("src/main/orbit/p/C.orbit", SPEC.replace("NAME", "C"));
        Result result = build.mvn("generate-sources");
        assertEquals(1, result.exit(), result::output);
        assertTrue(result.output().contains("B.orbit [4:11]: ORB"), result::output);
        assertTrue(result.output().contains("1 error"), result::output);
        assertFalse(Files.exists(build.path("target/generated-sources")), "nothing is written");

        Result help = build.mvn("dev.orbit:orbit-maven-plugin:0.1.0-SNAPSHOT:help");
        assertEquals(0, help.exit(), help::output);
        assertTrue(help.output().contains("orbit:generate-test"), help::output);
    }

    /** Two modules at once, each with a spec for its code and one for its tests. */
    @Test
    void modulesAreBuiltInParallel() throws IOException, InterruptedException {
        String pom = gettingStarted().get("pom.xml");
        String parent = pom.replace("<version>1</version>", "<version>1</version><packaging>pom</packaging>")
                .replace(
                        "  <dependencies>",
                        "  <modules><module>one</module><module>two</module></modules>\n  <dependencies>");
        Builds build = Builds.fresh("modules").with("pom.xml", parent);
        for (String module : List.of("one", "two")) {
            build.with(
                            module + "/pom.xml",
                            "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>"
                                    + "<parent><groupId>example</groupId><artifactId>smoothing</artifactId>"
                                    + "<version>1</version></parent><artifactId>" + module + "</artifactId></project>")
                    .with(module + "/src/main/orbit/p/Code.orbit", SPEC.replace("NAME", "Code"))
                    .with(module + "/src/test/orbit/p/Trial.orbit", SPEC.replace("NAME", "Trial"));
        }
        Result result = build.mvn("-T2", "test-compile");
        assertEquals(0, result.exit(), result::output);
        for (String module : List.of("one", "two")) {
            for (String made : List.of("classes/p/Code", "test-classes/p/Trial", "test-classes/p/CodeGradientTest")) {
                assertTrue(Files.exists(build.path(module + "/target/" + made + ".class")), made);
            }
        }
        assertFalse(result.output().contains("not thread-safe"), result::output);
    }
}
