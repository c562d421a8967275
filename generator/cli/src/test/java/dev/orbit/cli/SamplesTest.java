package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples at their optima: the losses are those of independent programs (complex-step derivatives and Newton's method),
 * and the gradient is zero to rounding. Oil and Nile: the figures published with the data.
 */
class SamplesTest {
    @Test
    void oil() throws IOException {
        optimum("Oil", 14235.58735110, 5e-9, 1e-9);
    }

    @Test
    void nile() throws IOException {
        optimum("Nile", 632.545625103, 5e-10, 1e-11);
    }

    @Test
    void airPassengers() throws IOException {
        optimum("AirPassengers", 0.18192623729777932, 1e-15, 1e-14);
    }

    @Test
    void garch() throws IOException {
        optimum("Garch", 1025.0798903926413, 1e-10, 1e-10);
    }

    /** The reference has 20 digits. */
    @Test
    void correction() throws IOException {
        JsonNode result = evaluate("Correction", "--bind", "w(x) = x / 2");
        close(0.00095190113637445755038, result.get("loss"));
        close(-0.044212126747777188394, result.get("gradient").get("a"));
        close(-0.017207821321264110571, result.get("gradient").get("b"));
        close(-0.0071226995271850016567, result.get("gradient").get("c"));
        close(-0.0069970138648420632150, result.get("gradient").get("d"));
    }

    /** Two curves at their published optima, and the objective that ADBench gives for its data. */
    @Test
    void published() throws IOException {
        JsonNode results = evaluateAll(List.of("HoltWinters", "Sir", "AdBenchLstm"));
        assertEquals(16570.77775008, results.get("HoltWinters").get("loss").doubleValue(), 5e-9);
        assertEquals(4121.940802, results.get("Sir").get("loss").doubleValue(), 5e-7);
        // The sums of the absolute values of what is added up are 1e6 to 7e6.
        flat(results.get("HoltWinters"), 3e-9);
        flat(results.get("Sir"), 2e-9);
        close(0.48490316351980794, results.get("AdBenchLstm").get("loss"));
        assertEquals(56, results.get("AdBenchLstm").get("gradient").get("w1").size());
    }

    /** The losses are those of plain programs with NumPy that read the same files. */
    @Test
    void vectorsAndMatrices() throws IOException {
        Map<String, Double> losses = new LinkedHashMap<>();
        losses.put("Elman", 2.152865465286379);
        losses.put("GruLayer", 1.9265908847427722);
        losses.put("LstmLayer", 1.433609579986862);
        losses.put("LocalLinearTrend", 630.1656575414293);
        losses.put("MultivariateKalman", 61.539195263359716);
        losses.put("GaussianHmm", 633.3726392697832);
        losses.put("RescorlaWagner", 86.714916971511);
        losses.put("CharacterModel", 3.2478466123201755);
        JsonNode results = evaluateAll(List.copyOf(losses.keySet()));
        for (Map.Entry<String, Double> loss : losses.entrySet()) {
            JsonNode result = results.get(loss.getKey());
            close(loss.getValue(), result.get("loss"));
            JsonNode values = new ObjectMapper()
                    .readTree(Run.sample(loss.getKey() + ".values.json").toFile());
            for (Map.Entry<String, JsonNode> entry : result.get("gradient").properties()) {
                if (values.has(entry.getKey())) {
                    assertEquals(sizes(values.get(entry.getKey())), sizes(entry.getValue()), entry.getKey());
                }
            }
        }
    }

    @Test
    void blockSeed() throws IOException {
        JsonNode result = evaluate("BlockSeed", "--bind", "w(x) = x[1..8] / 2");
        close(6.6607330557712645, result.get("loss"));
        assertEquals(List.of(64, 64), sizes(result.get("gradient").get("d")));
    }

    /** With blocks of one number each, it is the seed: the same program, so the same bits. */
    @Test
    void blockSeedOfNumbers(@TempDir Path folder) throws IOException {
        String blocks = Files.readString(Run.sample("BlockSeed.orbit"));
        Path spec = Files.writeString(
                folder.resolve("BlockSeed.orbit"), blocks.replace("input  x[n] per step;", "input  x[n];"));
        Files.writeString(
                folder.resolve("BlockSeed.values.json"),
                "{\"a\": [[0.3]], \"b\": [[0.5]], \"c\": [[-0.4]], \"d\": [[0.7]],"
                        + " \"x\": [1.5], \"h0\": [0.25], \"y_true\": [1]}");
        Run run = Run.orbit(
                "evaluate", spec, "-D", "n=1", "-D", "m=1", "-D", "k=1", "-D", "T=3", "--bind", "w(x) = x / 2");
        Run seed = Run.orbit("evaluate", Run.sample("Correction.orbit"), "--bind", "w(x) = x / 2");
        assertEquals(0, run.exit(), run::toString);
        assertEquals(seed.out(), run.out().replace("[[", "").replace("]]", ""));
    }

    private static List<Integer> sizes(JsonNode nested) {
        List<Integer> sizes = new ArrayList<>();
        for (JsonNode node = nested; node.isArray(); node = node.get(0)) {
            sizes.add(node.size());
        }
        return sizes;
    }

    private static void flat(JsonNode result, double rounding) {
        result.get("gradient").forEach(entry -> assertEquals(0, entry.doubleValue(), rounding));
        assertTrue(result.get("gradient").size() > 0);
    }

    private static JsonNode evaluateAll(List<String> samples) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("evaluate"));
        samples.forEach(name -> arguments.add(Run.sample(name + ".orbit")));
        Run run = Run.orbit(arguments.toArray());
        assertEquals(0, run.exit(), run::toString);
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void everySampleCompiles() {
        Run run = Run.orbit("check", Run.root().resolve("samples"));
        assertEquals(new Run(0, "", ""), run);
    }

    private static void close(double expected, JsonNode actual) {
        assertEquals(expected, actual.doubleValue(), Math.max(1e-14 * Math.abs(expected), 2 * Math.ulp(expected)));
    }

    private static void optimum(String name, double loss, double digits, double rounding) throws IOException {
        JsonNode result = evaluate(name);
        assertEquals(loss, result.get("loss").doubleValue(), digits);
        flat(result, rounding);
    }

    private static JsonNode evaluate(String name, String... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("evaluate", Run.sample(name + ".orbit")));
        arguments.addAll(List.of(options));
        Run run = Run.orbit(arguments.toArray());
        assertEquals(0, run.exit(), run::toString);
        return new ObjectMapper().readTree(run.out());
    }
}
