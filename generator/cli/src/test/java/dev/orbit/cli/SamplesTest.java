package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        result.get("gradient").forEach(entry -> assertEquals(0, entry.doubleValue(), rounding));
        assertTrue(result.get("gradient").size() > 0);
    }

    private static JsonNode evaluate(String name, String... options) throws IOException {
        List<Object> arguments = new java.util.ArrayList<>(List.of("evaluate", Run.sample(name + ".orbit")));
        arguments.addAll(List.of(options));
        Run run = Run.orbit(arguments.toArray());
        assertEquals(0, run.exit(), run::toString);
        return new ObjectMapper().readTree(run.out());
    }
}
