package dev.orbit.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.maven.Builds.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A project of two modules, each with a spec for its code and one for its tests, built in parallel. */
@EnabledIfSystemProperty(named = "it.maven", matches = ".+")
class ModulesIT {
    private static final String SPEC = "model NAME;\nparam a = 1;\ninput x;\nloss (a - x)^2;\n";

    @Test
    void twoModulesAtOnce() throws IOException, InterruptedException {
        String parent = Readme.read()
                .pomWithTests()
                .replace("<version>1</version>", "<version>1</version><packaging>pom</packaging>")
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
        Result first = build.mvn("-T2", "test-compile");
        assertEquals(0, first.exit(), first::output);
        for (String module : List.of("one", "two")) {
            for (String made : List.of("classes/p/Code", "test-classes/p/Trial", "test-classes/p/CodeGradientTest")) {
                assertTrue(Files.exists(build.path(module + "/target/" + made + ".class")), made);
            }
        }
        assertFalse(first.output().contains("not thread-safe"), first::output);

        Map<String, FileTime> before = build.times("one/target");
        before.putAll(build.times("two/target"));
        Result second = build.mvn("-T2", "test-compile");
        assertEquals(0, second.exit(), second::output);
        assertFalse(second.output().contains("compiled,"), second::output);
        Map<String, FileTime> after = build.times("one/target");
        after.putAll(build.times("two/target"));
        assertEquals(before, after);
    }
}
