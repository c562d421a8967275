package dev.orbit.compiler.claim;

import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be said of a start by values: gradients in doubles at a few random examples, before and after a step of gradient
 * descent.
 */
final class StartValues {
    private static final double RATE = 0.125;

    private final Waking waking;
    private final List<StartPoint> points = new ArrayList<>();
    private final List<List<List<Double>>> gradients = new ArrayList<>();
    private final Set<Symbol> wakening = new LinkedHashSet<>();
    private final Machine<Double> machine = Machine.of(new ValueAlgebra());
    private boolean stepped;

    /** Evaluates the gradients of a model at so many examples, which share their parameters. */
    StartValues(Model model, Init init, int rows, int examples) {
        waking = new Waking(model, init);
        StartPoint common = StartPoint.of(model, waking.program(), rows, 0);
        for (int example = 0; example < examples; example++) {
            StartPoint point =
                    StartPoint.of(model, waking.program(), rows, example).with(common, model);
            points.add(point);
            gradients.add(waking.gradients(machine, point.arguments(), point.open()));
        }
    }

    private void step() {
        for (int example = 0; example < points.size() && !stepped; example++) {
            StartPoint point = points.get(example);
            List<List<Double>> after = waking.gradients(
                    machine,
                    waking.stepped(machine.algebra(), point.arguments(), gradients.get(example), RATE),
                    point.open());
            parameters().stream().filter(symbol -> isSome(after, symbol)).forEach(wakening::add);
        }
        stepped = true;
    }

    private boolean isSome(List<List<Double>> gradient, Symbol symbol) {
        return gradient.get(waking.symbols().indexOf(symbol)).stream().anyMatch(each -> each != 0);
    }

    List<Symbol> parameters() {
        return waking.symbols();
    }

    int examples() {
        return points.size();
    }

    StartPoint point() {
        return points.get(0);
    }

    /** Whether some entry of the gradient is not exactly zero at some example. */
    boolean moves(Symbol symbol) {
        return gradients.stream().anyMatch(gradient -> isSome(gradient, symbol));
    }

    /** The same after one step of gradient descent on that example. */
    boolean movesNext(Symbol symbol) {
        step();
        return wakening.contains(symbol);
    }

    /** Whether anything moves. */
    boolean anyMoves() {
        return waking.symbols().stream().anyMatch(this::moves);
    }

    /** Rank and zero rows of the gradient of the sum of the examples' losses; empty of a scalar. */
    String shape(Symbol symbol) {
        double[] sum = new double[symbol.shape().size()];
        for (List<List<Double>> gradient : gradients) {
            List<Double> entries = gradient.get(waking.symbols().indexOf(symbol));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += entries.get(i);
            }
        }
        List<Integer> sizes = symbol.shape().sizes();
        if (sizes.size() < 2) {
            return sizes.isEmpty() ? "" : new GradientShape(sum, sum.length, 1).entriesText();
        }
        return new GradientShape(sum, sizes.get(0), sizes.get(1)).text();
    }
}
