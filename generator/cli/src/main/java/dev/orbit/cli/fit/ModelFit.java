package dev.orbit.cli.fit;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.fit.Fit;
import dev.orbit.fit.Fitted;
import dev.orbit.fit.Lbfgs;
import dev.orbit.fit.Stop;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Objective;
import dev.orbit.runtime.ParameterOutsideInterval;
import dev.orbit.runtime.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model that has been fitted.
 *
 * @param beginning where the fit began
 * @param losses at the beginning and after each iteration
 * @param standardErrors in the layout of the parameter vector, if they were asked for and exist
 */
public record ModelFit(
        Schema schema, Beginning beginning, Fitted fitted, List<Double> losses, Optional<double[]> standardErrors) {
    public ModelFit {
        losses = List.copyOf(losses);
    }

    /**
     * Fits.
     *
     * @param likelihood whether the loss is a negative log-likelihood, so that standard errors make sense
     * @return empty if it cannot be fitted, which has been reported
     */
    public static Optional<ModelFit> fit(
            Model model,
            Examples examples,
            Beginning beginning,
            int maxIterations,
            boolean likelihood,
            Progress progress,
            Diagnostics diagnostics) {
        Schema schema = model.schema();
        List<Double> losses = new ArrayList<>();
        Fit fit = Fit.of(Objective.of(model, examples))
                .with(Lbfgs.Options.standard().withIterations(maxIterations))
                .observedBy((iteration, point, value, norm) -> {
                    losses.add(value);
                    progress.iterated(schema.model(), iteration, value, norm);
                    return true;
                });
        Fitted fitted;
        try {
            fitted = fit.from(beginning.parameters());
        } catch (ParameterOutsideInterval e) {
            diagnostics.report(new FitProblem.NoStart(beginning.words(), requireNonNull(e.getMessage())));
            return Optional.empty();
        } finally {
            progress.end();
        }
        if (fitted.stop() == Stop.NOT_FINITE) {
            diagnostics.report(new FitProblem.NotFinite(schema.model(), beginning.words(), missing(examples)));
            return Optional.empty();
        }
        if (fitted.stop() == Stop.ITERATION_LIMIT) {
            diagnostics.report(new FitProblem.Unfinished(schema.model(), fitted.iterations()));
        }
        Optional<double[]> errors = likelihood ? fit.standardErrors(fitted.parameters()) : Optional.empty();
        if (likelihood && errors.isEmpty()) {
            diagnostics.report(new FitProblem.NoStandardErrors(schema.model()));
        }
        return Optional.of(new ModelFit(schema, beginning, fitted, losses, errors));
    }

    /** Names of the data with missing values. */
    private static List<String> missing(Examples examples) {
        List<String> names = new ArrayList<>();
        List<Column> columns = examples.schema().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (Arrays.stream(examples.reals(i)).anyMatch(Double::isNaN)) {
                names.add("`" + columns.get(i).name() + "`");
            }
        }
        return names;
    }
}
