package dev.orbit.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the README tells a new user to write and to run. */
record Readme(Map<String, String> files, List<String> command, String junit, String surefire) {
    private static final Pattern FILE = Pattern.compile("`([^`\n]+)`:\n\n```\\w*\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("Compile and run:\n\n```\nmvn (.*)\n```\n");
    private static final Pattern MORE = Pattern.compile("\n```xml\n( .*\n)```\n");

    static Readme read() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("it.readme")));
        String section = readme.substring(readme.indexOf("## In a build"));
        section = section.substring(0, section.indexOf("\n## "));
        Map<String, String> files = new LinkedHashMap<>();
        for (MatchResult found : FILE.matcher(section).results().toList()) {
            files.put(found.group(1), found.group(2));
        }
        assertEquals(3, files.size(), files::toString);
        List<MatchResult> commands = COMMAND.matcher(section).results().toList();
        assertEquals(1, commands.size());
        List<MatchResult> more = MORE.matcher(section).results().toList();
        assertEquals(2, more.size());
        return new Readme(
                files,
                List.of(commands.get(0).group(1).split(" ")),
                more.get(0).group(1),
                more.get(1).group(1));
    }

    String pom() {
        return files.get("pom.xml");
    }

    /** The pom with tests of gradients, as the README tells. */
    String pomWithTests() {
        return pom().replace("<goal>generate</goal>", "<goal>generate</goal><goal>generate-test</goal>")
                .replace("  </dependencies>\n", junit + "  </dependencies>\n")
                .replace("    </plugins>\n", surefire + "    </plugins>\n");
    }
}
