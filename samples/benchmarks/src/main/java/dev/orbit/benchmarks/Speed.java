package dev.orbit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the cases and prints the table: each row's time with its spread over all forks, the ratio of orbit's to it, and what it allocates.
 *
 * <p>{@code Speed 10 'B1|B3' speed.md} takes 10 forks of the cases whose names match, and also writes the table to that file; the
 * rows of a case run after one another.
 */
public final class Speed {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Speed() {}

    public static void main(String[] args) throws ReflectiveOperationException, RunnerException, IOException {
        int forks = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        String cases = args.length > 1 ? args[1] : "B[1-6]";
        Agreement.main(new String[0]);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("(" + cases + ").*Benchmark")
                        .forks(forks)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.milliseconds(500))
                        .jvmArgsAppend("--add-modules", "jdk.incubator.vector")
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        String table = table(results, forks);
        System.out.print(table);
        if (args.length > 2) {
            Files.writeString(Path.of(args[2]), table);
        }
    }

    private static String table(Collection<RunResult> results, int forks) throws IOException {
        Map<String, Double> orbit = new TreeMap<>();
        results.stream()
                .filter(result -> row(result).equals("orbit"))
                .forEach(result ->
                        orbit.put(type(result), result.getPrimaryResult().getScore()));
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                "Java %s, %s, %s, %d processors, %d forks%n%n",
                Runtime.version().feature(),
                processor(),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                forks));
        out.append("| case | row | time | spread | orbit / row | B per call |\n");
        out.append("|---|---|---|---|---|---|\n");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.4g %s | %.2g | %.2f | %.0f |%n",
                    type(result).substring(0, 2),
                    row(result),
                    time.getScore(),
                    time.getScoreUnit(),
                    time.getStatistics().getStandardDeviation(),
                    orbit.getOrDefault(type(result), Double.NaN) / time.getScore(),
                    allocated == null ? Double.NaN : allocated.getScore()));
        }
        return out.toString();
    }

    /** What the machine calls its processor, where it says so. */
    private static String processor() throws IOException {
        Path told = Path.of("/proc/cpuinfo");
        if (!Files.exists(told)) {
            return "unnamed processor";
        }
        return Files.readAllLines(told).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse("unnamed processor");
    }

    private static String type(RunResult result) {
        String name = result.getParams().getBenchmark();
        name = name.substring(0, name.lastIndexOf('.'));
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String row(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
