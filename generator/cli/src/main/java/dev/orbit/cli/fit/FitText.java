package dev.orbit.cli.fit;

import dev.orbit.cli.values.GradientText;
import dev.orbit.compiler.driver.Decimals;
import dev.orbit.fit.Fitted;
import dev.orbit.runtime.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a fit found, for people and as JSON. */
public final class FitText {
    private FitText() {}

    /** For people: one line for each entry of the parameter vector, then how it went. */
    public static String render(ModelFit fit) {
        ParameterLayout layout = fit.schema().parameters();
        Fitted fitted = fit.fitted();
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < layout.size(); i++) {
            int position = i;
            String error = fit.standardErrors()
                    .map(errors -> String.format(Locale.ROOT, "  (standard error %.4g)", errors[position]))
                    .orElse("");
            rows.add(new String[] {layout.entry(i), Decimals.shortest(fitted.parameters()[i]), error});
        }
        rows.add(new String[] {"loss", Decimals.shortest(fitted.loss()), ""});
        rows.add(new String[] {"gradient norm", String.format(Locale.ROOT, "%.1e", fitted.gradientNorm()), ""});
        rows.add(new String[] {"iterations", fitted.iterations() + "", "  (" + fitted.evaluations() + " gradients)"});
        rows.add(new String[] {"began at", fit.beginning().words(), ""});
        rows.add(new String[] {"stopped", fitted.stop().text(), ""});
        int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        StringBuilder text = new StringBuilder(fit.schema().model()).append('\n');
        for (String[] row : rows) {
            text.append("  ").append(row[0]).append(" ".repeat(width - row[0].length() + 2));
            text.append(row[1]).append(row[2]).append('\n');
        }
        return text.toString();
    }

    /** As one JSON object. */
    public static String json(ModelFit fit) {
        Fitted fitted = fit.fitted();
        Optional<String> errors = fit.standardErrors()
                .map(values -> ", \"standardErrors\": "
                        + GradientText.byName(fit.schema().parameters(), values));
        return "{\"parameters\": " + GradientText.byName(fit.schema().parameters(), fitted.parameters())
                + ", \"loss\": " + GradientText.number(fitted.loss())
                + ", \"gradientNorm\": " + GradientText.number(fitted.gradientNorm())
                + ", \"iterations\": " + fitted.iterations()
                + ", \"evaluations\": " + fitted.evaluations()
                + ", \"start\": "
                + GradientText.quote(
                        fit.beginning().words().replace("\\", "\\\\").replace("\"", "\\\""))
                + ", \"stop\": \"" + fitted.stop() + "\"" + errors.orElse("") + "}";
    }
}
