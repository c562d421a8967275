package dev.orbit.compiler.analyse;

import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the starts of a model do: whether the loss is left alone, which gradients are zero there and why, at what order of a small
 * constant the others move, and which wake after one step of gradient descent. Models with few numbers are looked at in closed
 * forms, others by values.
 */
public final class Starts {
    /** Models with more numbers to train are not looked at entry by entry. */
    private static final int MOST_NUMBERS = 32;

    /** Steps that are looked at of a model with more numbers, or with an open number of steps. */
    private static final int FEW_STEPS = 3;

    private final Model model;
    private final int rows;
    private final boolean few;

    private Starts(Model model, int rows, boolean few) {
        this.model = model;
        this.rows = rows;
        this.few = few;
    }

    /** Lines by the name of each start. */
    public static Map<String, List<String>> of(Model model) {
        int numbers = model.parameters().stream()
                .mapToInt(parameter -> parameter.symbol().shape().size())
                .sum();
        boolean few = numbers <= MOST_NUMBERS;
        int before = Horizons.before(model);
        int fixed = Horizons.fixedRows(model).orElse(before + FEW_STEPS);
        int rows = few ? fixed : Math.min(fixed, before + FEW_STEPS);
        Model seen = few ? model : Subject.shortened(model, rows - before);
        Map<String, List<String>> starts = new LinkedHashMap<>();
        model.inits().forEach(init -> starts.put(init.name(), new Starts(seen, rows, few).lines(init)));
        return starts;
    }

    private String extent() {
        int steps = rows - Horizons.before(model);
        return model.iteration().isEmpty() ? "" : " for " + steps + (steps == 1 ? " step" : " steps");
    }

    private List<String> lines(Init init) {
        StartValues values = new StartValues(model, init, rows);
        return few ? new ExactStart(model, init, rows, values, extent()).lines() : byValues(init, values);
    }

    private List<String> byValues(Init init, StartValues values) {
        List<String> lines = new ArrayList<>();
        lines.add("by values at " + values.examples() + " random examples" + extent()
                + "; too many numbers for closed forms, so nothing here is proved");
        new Baseline(model, init, rows).byValues().ifPresent(lines::add);
        DeadEnds ends = new DeadEnds(Flow.of(model, values.point()));
        for (Symbol parameter : values.parameters()) {
            String name = "gradient(" + parameter.name() + ")";
            if (values.moves(parameter)) {
                lines.add(name + " is not zero" + shape(values, parameter));
            } else {
                lines.add(name + " is zero");
                lines.add("  " + ends.why(parameter));
                lines.add("  "
                        + next(values.anyMoves(), values.movesNext(parameter))
                                .orElse("it stays zero after one step of gradient descent"));
            }
        }
        return lines;
    }

    private static String shape(StartValues values, Symbol parameter) {
        String shape = values.shape(parameter);
        return shape.isEmpty() ? "" : ": " + shape;
    }

    /** What becomes of a gradient that is zero; nothing where it stays zero though others move. */
    static Optional<String> next(boolean anyMoves, boolean wakes) {
        return !anyMoves
                ? Optional.of("it stays zero: no parameter moves")
                : wakes ? Optional.of("it wakes after one step of gradient descent") : Optional.empty();
    }
}
