package dev.orbit.compiler.claim;

import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be said of a start by values: gradients in doubles at a few random examples, before and after a step of gradient
 * descent.
 */
final class StartValues {
    private static final int EXAMPLES = 8;
    private static final double RATE = 0.125;

    private final Waking waking;
    private final List<StartPoint> points = new ArrayList<>();
    private final List<double[]> sums = new ArrayList<>();
    private final List<boolean[]> moving = new ArrayList<>();
    private final Machine<Double> machine = Machine.of(new ValueAlgebra());

    /** Evaluates the gradients of a model. */
    StartValues(Model model, Init init, int rows) {
        waking = new Waking(model, init);
        waking.symbols().forEach(symbol -> sums.add(new double[symbol.shape().size()]));
        for (int step = 0; step < 2; step++) {
            moving.add(new boolean[waking.symbols().size()]);
        }
        StartPoint common = StartPoint.of(model, waking.program(), rows, 0);
        for (int example = 0; example < EXAMPLES; example++) {
            StartPoint drawn = StartPoint.of(model, waking.program(), rows, example);
            StartPoint point = drawn.with(common, model);
            points.add(point);
            List<List<Double>> before = waking.gradients(machine, point.arguments(), point.open());
            see(before, 0);
            for (int i = 0; i < sums.size(); i++) {
                for (int j = 0; j < sums.get(i).length; j++) {
                    sums.get(i)[j] += before.get(i).get(j);
                }
            }
            see(
                    waking.gradients(
                            machine, waking.stepped(machine.algebra(), point.arguments(), before, RATE), point.open()),
                    1);
        }
    }

    private void see(List<List<Double>> gradients, int step) {
        for (int i = 0; i < gradients.size(); i++) {
            moving.get(step)[i] |= gradients.get(i).stream().anyMatch(each -> each != 0);
        }
    }

    List<Symbol> parameters() {
        return waking.symbols();
    }

    int examples() {
        return EXAMPLES;
    }

    StartPoint point() {
        return points.get(0);
    }

    /** Whether some entry of the gradient is not exactly zero at some example. */
    boolean moves(Symbol symbol) {
        return moving.get(0)[waking.symbols().indexOf(symbol)];
    }

    /** The same after one step of gradient descent on that example. */
    boolean movesNext(Symbol symbol) {
        return moving.get(1)[waking.symbols().indexOf(symbol)];
    }

    /** Whether anything moves. */
    boolean anyMoves() {
        return waking.symbols().stream().anyMatch(this::moves);
    }

    /** Rank and zero rows of the gradient of the sum of the examples' losses; empty of a scalar. */
    String shape(Symbol symbol) {
        double[] sum = sums.get(waking.symbols().indexOf(symbol));
        List<Integer> sizes = symbol.shape().sizes();
        if (sizes.size() < 2) {
            return sizes.isEmpty() ? "" : new GradientShape(sum, sum.length, 1).entriesText();
        }
        return new GradientShape(sum, sizes.get(0), sizes.get(1)).text();
    }
}
