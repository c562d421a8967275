package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code orbit evaluate} reads and prints. */
class EvaluateTest {
    private static final String LINE =
            "model Line;\ninput x;\ntarget y;\nparam a = 2, b;\ndifferentiate b, a, x;\nloss (y - a * x - b)^2;\n"
                    + "penalty a^2;\n";
    private static final String SERIES = "model Series;\ndim T;\ninput r, z per step;\nparam a;\nstate h = 0;\n"
            + "step { h' = a * h + r * z; loss h'; }\niterate T;\ndifferentiate a, r;\n";

    @TempDir
    private Path folder;

    @Test
    void printsLossAndGradientInTheOrderAskedFor() throws IOException {
        // y - a x - b = 10 - 6 - 1 = 3; a has its start value.
        assertEquals(
                "{\"loss\": 13.0, \"gradient\": {\"b\": -6.0, \"a\": -14.0, \"x\": -12.0}}\n",
                result(LINE, "{\"b\": 1, \"x\": 3, \"y\": 10}"));
    }

    @Test
    void readsNumbersAsText() throws IOException {
        String expected = result(LINE, "{\"b\": 0.75, \"x\": 3, \"y\": -0.1875}");
        assertEquals(expected, result(LINE, "{\"b\": \"0x1.8p-1\", \"x\": \"3\", \"y\": \"-1.875e-1\"}"));
        assertEquals(
                "{\"loss\": \"NaN\", \"gradient\": {\"b\": \"NaN\", \"a\": \"NaN\", \"x\": \"NaN\"}}\n",
                result(LINE, "{\"b\": \"NaN\", \"x\": 3, \"y\": 10}"));
        assertTrue(result(LINE, "{\"b\": \"-Infinity\", \"x\": 3, \"y\": 10}").startsWith("{\"loss\": \"Infinity\""));
        assertEquals(
                result(LINE, "{\"b\": 3, \"x\": 3, \"y\": 10}"), result(LINE, "{\"b\": \"0x3\", \"x\": 3, \"y\": 10}"));
    }

    @Test
    void digitsReadBackAsTheSameDouble() throws IOException {
        JsonNode result = new ObjectMapper()
                .readTree(result("model R;\ninput x;\nparam a;\nloss a * x;\n", "{\"a\": 1, \"x\": 2e-3}"));
        assertEquals("0.002", result.get("gradient").get("a").asText());
        assertTrue(result("model R;\ninput x;\nparam a;\nloss a * x;\n", "{\"a\": 1, \"x\": 2.2250738585072014e-308}")
                .contains("2.2250738585072014E-308"));
    }

    @Test
    void readsDataPerStepAndColumnsOfFiles() throws IOException {
        String expected = result(SERIES, "{\"a\": 0.5, \"r\": [1, 2, 3], \"z\": [1, 1, 2]}");
        assertEquals("{\"loss\": 10.75, \"gradient\": {\"a\": 4.0, \"r\": [1.75, 1.5, 2.0]}}\n", expected);
        Files.writeString(folder.resolve("named.csv"), "year,\"r, quoted\",z\n2001,1,1\n2002,2,1\n2003,3,2\n");
        Files.writeString(folder.resolve("plain.csv"), "1\r\n2\r\n3\r\n");
        assertEquals(expected, result(SERIES, "{\"a\": 0.5, \"r\": \"@plain.csv\", \"z\": \"@named.csv\"}"));
        assertEquals(
                expected, result(SERIES, "{\"a\": 0.5, \"r\": \"@named.csv:r, quoted\", \"z\": \"@named.csv:3\"}"));
        assertEquals(expected, result(SERIES, "{\"T\": 3, \"a\": 0.5, \"r\": [1, 2, 3], \"z\": \"@named.csv:z\"}"));
    }

    @Test
    void sumsExamplesAndCountsThePenaltyOnce() throws IOException {
        // Residuals 3 and 10 - 2 - 1 = 7.
        assertEquals(
                "{\"loss\": 62.0, \"gradient\": {\"b\": -20.0, \"a\": -28.0, \"x\": [-12.0, -28.0]}}\n",
                result(LINE, "{\"b\": 1, \"examples\": [{\"x\": 3, \"y\": 10}, {\"x\": 1, \"y\": 10}]}"));
        assertEquals(
                "{\"loss\": 4.0, \"gradient\": {\"b\": 0.0, \"a\": 4.0, \"x\": []}}\n",
                result(LINE, "{\"b\": 1, \"examples\": []}"));
        assertEquals(
                "{\"loss\": 2.0, \"gradient\": {\"a\": 0.0, \"r\": [[1.0], [1.0, 1.0]]}}\n",
                result(SERIES, "{\"a\": 0, \"examples\": [{\"r\": [1], \"z\": [1]}, {\"r\": [0, 1], \"z\": [1, 1]}]}"));
    }

    @Test
    void bindsFunctionsAndDims() throws IOException {
        Path spec = spec("model F;\ndim k = 2;\nfunction w(x);\nparam a;\ninput x;\nloss k * w(a * x);\n");
        values("{\"a\": 2, \"x\": 3}");
        Run unbound = Run.orbit("evaluate", spec);
        assertEquals(1, unbound.exit());
        assertTrue(
                unbound.err().contains("ORB511") && unbound.err().contains("--bind 'w(x) = ...'"), unbound::toString);
        Run bound = Run.orbit("evaluate", spec, "--bind", "w(u) = u^2", "-D", "k=10");
        assertEquals("{\"loss\": 360.0, \"gradient\": {\"a\": 360.0}}\n", bound.out(), bound::toString);
        Run wrong = Run.orbit("evaluate", spec, "--bind", "w(u) = v", "-D", "j=1");
        assertEquals(1, wrong.exit());
        assertTrue(wrong.err().contains("--bind:1:8") && wrong.err().contains("ORB520"), wrong::toString);
    }

    @Test
    void gradientsAreNestedAsTheirValuesAre() throws IOException {
        Path spec = spec(
                "model M;\ndim k = 2;\ndim n = 3;\ndim T;\ninput u[n] per step;\ninput c in 1..k;\nparam W[k, n], b[k] = 1;\n"
                        + "state h[k] = 0;\nstep { h' = h + W * u + b; loss h'[c]; }\niterate T;\ndifferentiate W, b, u;\n");
        values("{\"W\": [[1, 2, 3], [4, 5, 6]], \"u\": [[1, 0, 0], [0, 1, 0]], \"c\": 2}");
        // The second entry of h is 4 + 1, then 5 + 5 + 1.
        assertEquals(
                "{\"loss\": 16.0, \"gradient\": {\"W\": [[0.0, 0.0, 0.0], [2.0, 1.0, 0.0]], \"b\": [0.0, 3.0],"
                        + " \"u\": [[8.0, 10.0, 12.0], [4.0, 5.0, 6.0]]}}\n",
                Run.orbit("evaluate", spec).out());
        Run other = Run.orbit("evaluate", spec, "-D", "n=2");
        assertEquals(1, other.exit());
        assertTrue(other.err().contains("`W` is [k, n] = [2, 2]; row 1 has 3 numbers"), other::toString);
        values("{\"W\": [[1], [4]], \"examples\": [{\"u\": [[1], [0]], \"c\": 2}, {\"u\": [[-1]], \"c\": 1}]}");
        assertEquals(
                "{\"loss\": 11.0, \"gradient\": {\"W\": [[-1.0], [2.0]], \"b\": [1.0, 3.0],"
                        + " \"u\": [[[8.0], [4.0]], [[1.0]]]}}\n",
                Run.orbit("evaluate", spec, "-D", "n=1").out());
        values("{\"W\": [[], []], \"u\": [[], []], \"T\": 2, \"c\": 0}");
        Run zero = Run.orbit("evaluate", spec, "-D", "n=0");
        assertTrue(zero.err().contains("`c` is an index from 1 to 2; this is 0"), zero::toString);
        values("{\"W\": [[], []], \"u\": [[], []], \"T\": 2, \"c\": 1}");
        assertEquals(
                "{\"loss\": 3.0, \"gradient\": {\"W\": [[], []], \"b\": [3.0, 0.0], \"u\": [[], []]}}\n",
                Run.orbit("evaluate", spec, "-D", "n=0").out());
    }

    @Test
    void severalSpecsHaveTheirValuesBesideThem() throws IOException {
        Files.writeString(folder.resolve("A.orbit"), "model A;\nparam a;\nloss a;\n");
        Files.writeString(folder.resolve("B.orbit"), "model B;\nparam b = 1;\nloss 2 * b;\n");
        Files.writeString(folder.resolve("A.values.json"), "{\"a\": 1}");
        Run run = Run.orbit("evaluate", folder);
        assertEquals(
                "{\"A\": {\"loss\": 1.0, \"gradient\": {\"a\": 1.0}},\n \"B\": {\"loss\": 2.0, \"gradient\": {\"b\": 2.0}}}\n",
                run.out(),
                run::toString);
        Files.writeString(folder.resolve("A.values.json"), "{\"aa\": 1}");
        Run wrong = Run.orbit("evaluate", folder);
        assertEquals(1, wrong.exit());
        assertEquals("", wrong.out());
    }

    @Test
    void everyMistakeIsNamedAtItsPlace() throws IOException {
        wrong(LINE, "{\"b\": 1, \"x\": 3, \"y\": 10, \"bb\": 2}", "ORB531", ":1:27:");
        wrong(LINE, "{\"x\": 3, \"y\": 10}", "ORB532", "parameter `b`");
        wrong(LINE, "{\"b\": 1, \"x\": 3}", "ORB532", "target `y`");
        wrong(LINE, "{\"b\": [1], \"x\": 3, \"y\": 10}", "ORB533", "`b`");
        wrong(LINE, "{\"b\": true, \"x\": 3, \"y\": 10}", "ORB534", "`true`");
        wrong(LINE, "{\"b\": \"one\", \"x\": 3, \"y\": 10}", "ORB534", "`one`");
        wrong(LINE, "{\"b\": 1, \"x\": 3, \"y\": 10,}", "ORB530", ":1:");
        wrong(LINE, "{\"b\": 1, \"b\": 2, \"x\": 3, \"y\": 10}", "ORB530", "b");
        wrong(LINE, "[1]", "ORB530", "`{`");
        wrong(LINE, "", "ORB530", "`{`");
        wrong(LINE, "{\"b\": NaN}", "ORB530", "written as a text");
        wrong(LINE, "{\"b\": 1} x", "ORB530", "`x` is no value");
        wrong(LINE, "{\"b\": " + "[".repeat(100_000), "ORB530", "nested too deep");
        wrong(LINE, "{\"b\": " + "1".repeat(100_000) + "}", "ORB530", "too many digits");
        wrong(LINE, "{} {}", "ORB530", "more");
        wrong(LINE, "{\"b\": 1, \"y\": 2, \"examples\": [{\"x\": 3, \"y\": 10}]}", "ORB537", "`y`");
        wrong(LINE, "{\"b\": 1, \"examples\": {\"x\": 3, \"y\": 10}}", "ORB540", "an object");
        wrong(LINE, "{\"b\": 1, \"examples\": [{\"x\": 3}]}", "ORB532", "target `y`");
        wrong(LINE, "{\"b\": 1, \"examples\": [{\"x\": 3, \"y\": 1, \"b\": 2}]}", "ORB531", "`b`");
        wrong(SERIES, "{\"a\": 1, \"r\": 3, \"z\": [1]}", "ORB533", "one for each step");
        wrong(SERIES, "{\"a\": 1, \"r\": [1, 2], \"z\": [1]}", "ORB535", "`z` has 1 row");
        wrong(SERIES, "{\"a\": 1, \"r\": [[1, 2]], \"z\": [1]}", "ORB533", "step 1 is an array of 2");
        wrong(SERIES, "{\"a\": 1, \"r\": \"@none.csv\", \"z\": [1]}", "ORB538", "none.csv");
        Files.writeString(folder.resolve("t.csv"), "u,v\n1,x\n");
        wrong(SERIES, "{\"a\": 1, \"r\": \"@t.csv:w\", \"z\": [1]}", "ORB538", "u, v");
        wrong(SERIES, "{\"a\": 1, \"r\": \"@t.csv\", \"z\": [1]}", "ORB538", "`x`");
        wrong(
                SERIES.replace("iterate T", "iterate 12").replace("dim T;\n", ""),
                "{\"a\": 1, \"r\": [1, 2], \"z\": [1, 2]}",
                "ORB535",
                "the spec fixes 12");
        wrong("model I;\nparam a in (0, 1);\nloss a;\n", "{\"a\": 1}", "ORB539", "a");
    }

    private void wrong(String spec, String values, String code, String part) throws IOException {
        values(values);
        Run run = Run.orbit("evaluate", spec(spec), "--values", folder.resolve("M.values.json"));
        assertEquals(1, run.exit(), run::toString);
        assertEquals("", run.out());
        assertTrue(
                run.err().contains(code)
                        && run.err().contains(part)
                        && run.err().contains("M.values.json"),
                run::toString);
    }

    private String result(String spec, String values) throws IOException {
        values(values);
        Run run = Run.orbit("evaluate", spec(spec));
        assertEquals(0, run.exit(), run::toString);
        assertEquals("", run.err());
        return run.out();
    }

    private Path spec(String text) throws IOException {
        return Files.writeString(folder.resolve("M.orbit"), text);
    }

    private void values(String text) throws IOException {
        Files.writeString(folder.resolve("M.values.json"), text);
    }
}
