package dev.orbit.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A little project, built from the reactor's artifacts by the Maven that the pom names. */
final class Builds {
    private final Path folder;

    private Builds(Path folder) {
        this.folder = folder;
    }

    /** What came of a build. */
    record Result(int exit, String output) {}

    /** An empty project. */
    static Builds fresh(String name) throws IOException {
        Path folder = Path.of(System.getProperty("it.work"), name);
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return new Builds(Files.createDirectories(folder));
    }

    Builds with(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Path path(String path) {
        return folder.resolve(path);
    }

    /** Runs Maven here. What it lacks it takes from the repository of the outer build, as if that were a remote one. */
    Result mvn(String... arguments) throws IOException, InterruptedException {
        Path settings = Path.of(System.getProperty("it.work"), "settings.xml");
        String url = Path.of(System.getProperty("it.source")).toUri().toString();
        String repository = "<id>outer</id><url>" + url + "</url><releases><checksumPolicy>ignore</checksumPolicy>"
                + "</releases><snapshots><enabled>false</enabled></snapshots>";
        Files.writeString(
                settings,
                "<settings><profiles><profile><id>it</id><repositories><repository>" + repository
                        + "</repository></repositories><pluginRepositories><pluginRepository>" + repository
                        + "</pluginRepository></pluginRepositories></profile></profiles>"
                        + "<activeProfiles><activeProfile>it</activeProfile></activeProfiles></settings>");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("it.maven"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-s",
                settings.toString(),
                "-Dmaven.repo.local=" + System.getProperty("it.repository"),
                "-Daether.offline.protocols=file"));
        if (System.getProperty("it.offline").equals("offline: true")) {
            command.add("-o");
        }
        command.addAll(List.of(arguments));
        return run(command);
    }

    Result run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -Xshare:auto -Dfile.encoding=UTF-8");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MAVEN_ARGS");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** When each file below was last written, but for the list that the compiler plugin writes anew even when it is idle. */
    Map<String, FileTime> times(String below) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve(below))) {
            for (Path path : all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("inputFiles.lst"))
                    .toList()) {
                times.put(folder.relativize(path).toString().replace('\\', '/'), Files.getLastModifiedTime(path));
            }
        }
        return times;
    }
}
