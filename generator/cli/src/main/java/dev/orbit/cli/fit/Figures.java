package dev.orbit.cli.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.runtime.ParameterLayout;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures from elsewhere to compare fits with: for each model and each source the value of a parameter, or of {@code loss}, as
 * the source prints it.
 *
 * <pre>{@code
 * {"Oil": {"published": {"alpha": "0.8339", "l0": "446.5868"}, "optimum": {"loss": "14235.58735110"}}}
 * }</pre>
 */
public final class Figures {
    private static final MathContext DIGITS = new MathContext(10);

    private final Map<String, Map<String, Map<String, String>>> models;

    private Figures(Map<String, Map<String, Map<String, String>>> models) {
        this.models = models;
    }

    /** Reads a file of figures; problems are reported. */
    public static Optional<Figures> read(Path file, Diagnostics diagnostics) {
        String name = file.toString().replace('\\', '/');
        try {
            JsonNode root = new ObjectMapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
            Map<String, Map<String, Map<String, String>>> models = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> model : root.properties()) {
                Map<String, Map<String, String>> sources = new LinkedHashMap<>();
                for (Map.Entry<String, JsonNode> source : model.getValue().properties()) {
                    Map<String, String> figures = new LinkedHashMap<>();
                    for (Map.Entry<String, JsonNode> figure : source.getValue().properties()) {
                        figures.put(figure.getKey(), figure.getValue().asText());
                    }
                    sources.put(source.getKey(), figures);
                }
                models.put(model.getKey(), sources);
            }
            return Optional.of(new Figures(models));
        } catch (JsonProcessingException e) {
            diagnostics.report(new FitProblem.BadFigures(name, "it is no JSON"));
        } catch (IOException e) {
            diagnostics.report(new FitProblem.BadFigures(name, "it cannot be read as text"));
        }
        return Optional.empty();
    }

    /** A Markdown table: one row for each parameter and loss, one column for each source, and the fits last. */
    public String render(List<ModelFit> fits) {
        List<String> sources = models.values().stream()
                .flatMap(figures -> figures.keySet().stream())
                .distinct()
                .toList();
        StringBuilder table = new StringBuilder();
        List<String> head = new ArrayList<>(List.of("model", ""));
        head.addAll(sources);
        head.add("orbit fit");
        row(table, head);
        row(table, head.stream().map(cell -> "---").toList());
        for (ModelFit fit : fits) {
            String model = fit.schema().model();
            ParameterLayout layout = fit.schema().parameters();
            for (int i = 0; i <= layout.size(); i++) {
                boolean loss = i == layout.size();
                String name = loss ? "loss" : layout.entry(i);
                List<String> cells = new ArrayList<>(List.of(i == 0 ? model : "", name));
                for (String source : sources) {
                    cells.add(models.getOrDefault(model, Map.of())
                            .getOrDefault(source, Map.of())
                            .getOrDefault(name, ""));
                }
                cells.add(digits(loss ? fit.fitted().loss() : fit.fitted().parameters()[i]));
                row(table, cells);
            }
        }
        return table.toString();
    }

    private static String digits(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).toPlainString() : String.valueOf(value);
    }

    private static void row(StringBuilder table, List<String> cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
