package dev.orbit.cli.fit;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.runtime.Constrained;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.Schema;
import dev.orbit.runtime.Start;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a fit begins.
 *
 * @param parameters the parameter vector
 * @param words where that is from, such as {@code init neutral}
 */
public record Beginning(double[] parameters, String words) {
    /**
     * The beginning that was asked for.
     *
     * @param init an init of the spec, or a file that a fit has saved; empty for the start values of the spec
     * @param seed what a random init is drawn from
     * @return empty if there is none, which has been reported
     */
    public static Optional<Beginning> find(Model model, Optional<String> init, long seed, Diagnostics diagnostics) {
        Schema schema = model.schema();
        if (init.isEmpty()) {
            return Optional.of(neutral(model));
        }
        Optional<Start> named = schema.starts().stream()
                .filter(start -> start.name().equals(init.get()))
                .findFirst();
        if (named.isPresent()) {
            String words = "init " + init.get() + (named.get().random() ? " (seed " + seed + ")" : "");
            return Optional.of(new Beginning(named.get().parameters(seed), words));
        }
        if (!isFile(init.get())) {
            List<String> names = schema.starts().stream().map(Start::name).toList();
            diagnostics.report(new FitProblem.NoInit(init.get(), schema.model(), names));
            return Optional.empty();
        }
        return read(schema, init.get(), diagnostics);
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Optional<Beginning> read(Schema schema, String name, Diagnostics diagnostics) {
        try {
            String json = Files.readString(Path.of(name), StandardCharsets.UTF_8);
            return Optional.of(new Beginning(schema.restore(json), "the parameters of " + name));
        } catch (IOException e) {
            diagnostics.report(new FitProblem.NoStart("`" + name + "`", "it cannot be read as text"));
        } catch (IllegalArgumentException e) {
            diagnostics.report(new FitProblem.NoStart("`" + name + "`", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /**
     * The start values of the spec; a parameter without one is in the middle of its interval, one inside if that has one end,
     * and 0 on the whole line.
     */
    private static Beginning neutral(Model model) {
        Schema schema = model.schema();
        double[] theta = new double[schema.parameters().size()];
        if (model instanceof Constrained constrained) {
            constrained.constrain(new double[theta.length], theta);
        }
        boolean all = true;
        for (Parameter parameter : schema.parameters().parameters()) {
            Optional<double[]> start = parameter.start();
            all &= start.isPresent();
            int offset = schema.parameters().offset(parameter.name());
            start.ifPresent(values -> System.arraycopy(values, 0, theta, offset, values.length));
        }
        return new Beginning(
                theta, all ? "the start values of the spec" : "start values, neutral where there are none");
    }
}
