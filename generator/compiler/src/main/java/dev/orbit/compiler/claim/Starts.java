package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.Subject;
import dev.orbit.compiler.diagnostic.Diagnostics;
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

    private static final int EXAMPLES = 8;

    /** Steps after which what reads the past has something to read: three years of months; fewer where a step is much work. */
    private static final int MORE_STEPS = 36;

    private static final int MORE_STEPS_OF_MANY = 16;
    private static final int MORE_EXAMPLES = 2;

    private final Model whole;
    private final Model model;
    private final int rows;
    private final boolean few;

    private Starts(Model whole, int rows, boolean few) {
        this.whole = whole;
        this.model = few ? whole : Subject.shortened(whole, rows - Horizons.before(whole));
        this.rows = rows;
        this.few = few;
    }

    private static Starts within(Model model) {
        int numbers = model.parameters().stream()
                .mapToInt(parameter -> parameter.symbol().shape().size())
                .sum();
        boolean few = numbers <= MOST_NUMBERS;
        int before = Horizons.before(model);
        int fixed = Horizons.fixedRows(model).orElse(before + FEW_STEPS);
        int rows = few ? fixed : Math.min(fixed, before + FEW_STEPS);
        return new Starts(model, rows, few);
    }

    /** Lines by the name of each start. */
    public static Map<String, List<String>> of(Model model) {
        Starts starts = within(model);
        Map<String, List<String>> lines = new LinkedHashMap<>();
        model.inits().forEach(init -> lines.put(init.name(), starts.lines(init)));
        return lines;
    }

    /** Warns of gradients that are zero at a start at all of a few random examples; that may well be meant. */
    public static void lint(Model model, Diagnostics diagnostics) {
        Starts starts = within(model);
        for (Init init : model.inits()) {
            StartValues values = new StartValues(starts.model, init, starts.rows, EXAMPLES);
            List<Symbol> dead = starts.dead(init, values);
            DeadEnds ends = new DeadEnds(Flow.of(starts.model, values.point()));
            for (Symbol parameter : dead) {
                diagnostics.report(
                        model.source(),
                        new StartProblem.Dead(
                                init.span(),
                                init.name(),
                                parameter.name(),
                                ends.why(parameter),
                                next(values, parameter)));
            }
        }
    }

    /** Parameters whose gradients are zero at all examples, also after more steps where the model takes more. */
    private List<Symbol> dead(Init init, StartValues values) {
        List<Symbol> dead = values.parameters().stream()
                .filter(parameter -> !values.moves(parameter))
                .toList();
        Optional<StartValues> later = dead.isEmpty() ? Optional.empty() : later(init);
        return dead.stream()
                .filter(parameter -> later.filter(each -> each.moves(parameter)).isEmpty())
                .toList();
    }

    /** Values with more steps, if the model takes more. */
    private Optional<StartValues> later(Init init) {
        int before = Horizons.before(whole);
        int most = before + (few ? MORE_STEPS : MORE_STEPS_OF_MANY);
        int more = Math.min(Horizons.fixedRows(whole).orElse(most), most);
        return more <= rows
                ? Optional.empty()
                : Optional.of(new StartValues(Subject.shortened(whole, more - before), init, more, MORE_EXAMPLES));
    }

    private String extent() {
        int steps = rows - Horizons.before(model);
        return model.iteration().isEmpty() ? "" : " for " + steps + (steps == 1 ? " step" : " steps");
    }

    private List<String> lines(Init init) {
        StartValues values = new StartValues(model, init, rows, EXAMPLES);
        return few
                ? new ExactStart(model, init, rows, values, dead(init, values), extent()).lines()
                : byValues(init, values, dead(init, values));
    }

    private List<String> byValues(Init init, StartValues values, List<Symbol> dead) {
        List<String> lines = new ArrayList<>();
        lines.add("by values at " + values.examples() + " random examples" + extent()
                + "; too many numbers for closed forms, so nothing here is proved");
        new Baseline(model, init, rows).byValues().ifPresent(lines::add);
        DeadEnds ends = new DeadEnds(Flow.of(model, values.point()));
        for (Symbol parameter : values.parameters()) {
            String name = "gradient(" + parameter.name() + ")";
            if (values.moves(parameter)) {
                lines.add(name + " is not zero" + shape(values, parameter));
            } else if (!dead.contains(parameter)) {
                lines.add(name + " is zero in the first steps and not later");
            } else {
                lines.add(name + " is zero");
                lines.add("  " + ends.why(parameter));
                lines.add("  " + next(values, parameter));
            }
        }
        return lines;
    }

    private static String shape(StartValues values, Symbol parameter) {
        String shape = values.shape(parameter);
        return shape.isEmpty() ? "" : ": " + shape;
    }

    private static String next(StartValues values, Symbol parameter) {
        return next(values.anyMoves(), values.movesNext(parameter))
                .orElse("it stays zero after one step of gradient descent");
    }

    /** What becomes of a gradient that is zero; nothing where it stays zero though others move. */
    static Optional<String> next(boolean anyMoves, boolean wakes) {
        return !anyMoves
                ? Optional.of("it stays zero: no parameter moves")
                : wakes ? Optional.of("it wakes after one step of gradient descent") : Optional.empty();
    }
}
