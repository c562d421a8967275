package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code orbit fit} finds, prints and writes. */
class FitTest {
    private static final String MEAN = "model Mean;\ndim T;\ninput y per step;\nparam m, v in (0, inf) = 2;\n"
            + "step { loss 0.5 * (log(v) + (y - m)^2 / v); }\niterate T;\ninit far { m = 100; v = 1e4; }\n";
    private static final String DATA = "{\"m\": 7, \"y\": [1, 2, 3, 6]}";

    private static final List<String> DATA_SETS = List.of("Oil", "Nile", "HoltWinters", "AirPassengers", "Sir");

    @TempDir
    private Path folder;

    private Run fit(String spec, String values, Object... options) throws IOException {
        Path path = Files.writeString(folder.resolve("M.orbit"), spec);
        Files.writeString(folder.resolve("M.values.json"), values);
        List<Object> arguments = new ArrayList<>(List.of("fit", path));
        arguments.addAll(List.of(options));
        return Run.orbit(arguments.toArray());
    }

    private JsonNode json(Run run) throws IOException {
        assertEquals(0, run.exit(), run::toString);
        return new ObjectMapper().readTree(run.out());
    }

    /** From a neutral start to eight significant digits, or as many as are given; and the README shows this very table. */
    @Test
    void reachesThePublishedOptimaFromANeutralStart() throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("fit"));
        DATA_SETS.forEach(name -> arguments.add(Run.sample(name + ".orbit")));
        arguments.addAll(List.of("--init", "neutral"));
        List<Object> table = new ArrayList<>(arguments);
        table.addAll(List.of("--compare", Run.sample("published.json")));
        Run compared = Run.orbit(table.toArray());
        assertEquals(0, compared.exit(), compared::toString);
        String readme = Files.readString(Run.root().resolve("README.md"));
        assertTrue(readme.contains(compared.out()), "the README's table is to be\n" + compared.out());
        arguments.addAll(List.of("--format", "json"));
        JsonNode fits = json(Run.orbit(arguments.toArray()));
        for (String model : DATA_SETS) {
            JsonNode fitted = fits.get(model);
            assertEquals("init neutral", fitted.get("start").asText());
            for (Map.Entry<String, JsonNode> figure :
                    figures(model, "tighter optimum").properties()) {
                String name = figure.getKey();
                JsonNode found = name.equals("loss")
                        ? fitted.get(name)
                        : fitted.get("parameters").get(name);
                agrees(new BigDecimal(figure.getValue().asText()), found.doubleValue(), model + "." + name);
            }
        }
    }

    private static JsonNode figures(String model, String source) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(Run.sample("published.json")))
                .get(model)
                .get(source);
    }

    /** To eight significant digits, rounding included; to the last printed one where there are fewer. */
    private static void agrees(BigDecimal printed, double found, String what) {
        BigDecimal wanted = printed.round(new MathContext(8));
        assertTrue(wanted.precision() >= 7, what);
        double unit = wanted.ulp().doubleValue();
        assertEquals(printed.doubleValue(), found, 0.51 * unit, what);
    }

    /** What others published is no better: those digits are cut, or their optimiser stopped early. */
    @ParameterizedTest
    @CsvSource({"Oil, published", "Oil, R", "Nile, published", "HoltWinters, R"})
    void theLossIsLowerThanAtPublishedFigures(String model, String source) throws IOException {
        Path start = folder.resolve("published.json");
        Path spec = Run.sample(model + ".orbit");
        json(Run.orbit("fit", spec, "--max-iterations", 0, "--save", start, "--format", "json"));
        JsonNode saved = new ObjectMapper().readTree(Files.readString(start));
        ObjectNode parameters = (ObjectNode) saved.get("parameters");
        for (Map.Entry<String, JsonNode> figure : figures(model, source).properties()) {
            if (parameters.has(figure.getKey())) {
                parameters.put(
                        figure.getKey(), Double.parseDouble(figure.getValue().asText()));
            }
        }
        Files.writeString(start, saved.toString());
        JsonNode there = json(Run.orbit("fit", spec, "--init", start, "--max-iterations", 0, "--format", "json"));
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            double value = parameter.getValue().doubleValue();
            assertEquals(value, there.get("parameters").get(parameter.getKey()).doubleValue(), 1e-12 * value);
        }
        double ours = json(Run.orbit("fit", spec, "--init", "neutral", "--format", "json"))
                .get("loss")
                .doubleValue();
        double theirs = there.get("loss").doubleValue();
        assertTrue(ours < theirs && theirs < ours * (1 + 1e-6), ours + " and " + theirs);
    }

    /** The epidemic by Euler's method with 10 substeps a day: bound from outside, no other spec is needed. */
    @Test
    void fitsAnotherSolverOfTheEpidemic() throws IOException {
        JsonNode fitted = json(Run.orbit(
                "fit",
                Run.sample("Sir.orbit"),
                "--init",
                "neutral",
                "-D",
                "m=10",
                "--bind",
                "advance(z) = z + 1 / m * flow(z)",
                "--format",
                "json"));
        agrees(
                new BigDecimal("1.72372416"),
                fitted.get("parameters").get("beta").doubleValue(),
                "beta");
        agrees(
                new BigDecimal("0.45239663"),
                fitted.get("parameters").get("gamma").doubleValue(),
                "gamma");
        agrees(new BigDecimal("3814.9976"), fitted.get("loss").doubleValue(), "loss");
    }

    @Test
    void tellsParametersLossAndHowItWent() throws IOException {
        Run run = fit(MEAN, DATA, "--likelihood");
        assertEquals(0, run.exit(), run::toString);
        assertEquals("", run.err());
        String[] lines = run.out().split("\n");
        assertEquals("Mean", lines[0]);
        assertTrue(lines[1].matches("  m {14}3\\.0  \\(standard error 0\\.9354\\)"), run::toString);
        assertTrue(lines[2].matches("  v {14}3\\.[45]\\d*  \\(standard error 2\\.475\\)"), run::toString);
        assertTrue(lines[3].startsWith("  loss           4.50552"), run::toString);
        assertTrue(lines[4].startsWith("  gradient norm  "), run::toString);
        assertTrue(lines[5].matches("  iterations     \\d+  \\(\\d+ gradients\\)"), run::toString);
        assertEquals("  began at       start values, neutral where there are none", lines[6]);
        assertEquals("  stopped        the gradient is small", lines[7]);
    }

    @Test
    void savesParametersAndBeginsThere() throws IOException {
        Path saved = folder.resolve("saved.json");
        Path plot = folder.resolve("loss.svg");
        JsonNode first = json(fit(MEAN, DATA, "--init", "far", "--save", saved, "--plot", plot, "--format", "json"));
        assertEquals("GRADIENT_SMALL", first.get("stop").asText());
        assertEquals(3, first.get("parameters").get("m").doubleValue(), 1e-14);
        JsonNode again = json(fit(MEAN, DATA, "--init", saved, "--format", "json"));
        assertEquals(0, again.get("iterations").intValue());
        assertEquals(first.get("parameters"), again.get("parameters"));
        String svg = Files.readString(plot);
        assertTrue(svg.startsWith("<svg ") && svg.contains("loss of Mean") && svg.endsWith("</svg>\n"));
        int points = svg.replaceAll("(?s).*points=\"([^\"]*)\".*", "$1").split(" ").length;
        assertEquals(first.get("iterations").intValue() + 1, points);
        Run other = fit(MEAN.replace("model Mean", "model Other"), DATA, "--init", saved);
        refused(other, 1, "ORB542", "these parameters were saved for the model Mean, not for Other");
    }

    @Test
    void beginsAtAStartDrawnFromASeed() throws IOException {
        String spec = MEAN + "init drawn { m = normal(0, 10); v = uniform(1, 2); }\n";
        JsonNode one = json(fit(spec, DATA, "--init", "drawn", "--max-iterations", 0, "--format", "json"));
        assertEquals("init drawn (seed 0)", one.get("start").asText());
        JsonNode same =
                json(fit(spec, DATA, "--init", "drawn", "--seed", 0, "--max-iterations", 0, "--format", "json"));
        assertEquals(one, same);
        JsonNode two = json(fit(spec, DATA, "--init", "drawn", "--seed", 1, "--max-iterations", 0, "--format", "json"));
        assertFalse(one.get("parameters").equals(two.get("parameters")));
        JsonNode fitted = json(fit(spec, DATA, "--init", "drawn", "--seed", 1, "--format", "json"));
        assertEquals(3, fitted.get("parameters").get("m").doubleValue(), 1e-9);
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        refused(fit(MEAN, DATA, "--init", "fair"), 1, "ORB541", "did you mean `far`");
        Path saved = folder.resolve("saved.json");
        fit(MEAN, DATA, "--save", saved);
        Files.writeString(saved, Files.readString(saved).replace("\"v\": ", "\"v\": -"));
        refused(fit(MEAN, DATA, "--init", saved), 1, "ORB542", "parameter v is -3.5, which is not inside");
        refused(fit(MEAN, "{\"y\": [1, \"NaN\"]}"), 1, "ORB543", "missing values (NaN) in `y`");
        refused(fit(MEAN, "{}"), 1, "ORB532", "input `y`");
        refused(fit(MEAN, DATA, "--save", folder.resolve("none/x.json")), 3, "ORB507", "no such folder");
        refused(fit(MEAN, DATA, "--compare", folder.resolve("none.json")), 1, "ORB544", "none.json");
        refused(fit(MEAN, DATA, "--max-iterations", -1), 2, "--max-iterations", "negative");
        Path spec = Files.writeString(folder.resolve("N.orbit"), MEAN.replace("model Mean", "model N"));
        refused(fit(MEAN, DATA, spec, "--save", "x.json"), 2, "--save", "one spec");
    }

    private static void refused(Run run, int exit, String code, String part) {
        assertEquals(exit, run.exit(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().contains(code) && run.err().contains(part), run::toString);
    }

    @Test
    void whatShouldBeKnownIsAWarning() throws IOException {
        Run cut = fit(MEAN, DATA, "--init", "far", "--max-iterations", 2);
        assertEquals(0, cut.exit());
        assertTrue(cut.err().contains("ORB545") && cut.out().contains("the limit of iterations"), cut::toString);
        Run flat = fit("model Flat;\nparam a = 1, b = 1;\nloss (a + b)^2;\n", "{}", "--likelihood");
        assertEquals(0, flat.exit());
        assertTrue(flat.err().contains("ORB546") && !flat.out().contains("standard error"), flat::toString);
    }

    /** No data: the loss is the penalty alone. */
    @Test
    void emptyDataAndNoSteps() throws IOException {
        String spec = MEAN + "penalty (m - 1)^2 + v^2 - v;\n";
        JsonNode noExamples = json(fit(spec, "{\"examples\": []}", "--format", "json"));
        assertEquals(1, noExamples.get("parameters").get("m").doubleValue(), 1e-9);
        assertEquals(0.5, noExamples.get("parameters").get("v").doubleValue(), 1e-9);
        JsonNode noSteps = json(fit(spec, "{\"y\": []}", "--format", "json"));
        assertEquals(noExamples.get("parameters"), noSteps.get("parameters"));
        assertFalse(noSteps.has("standardErrors"));
    }
}
