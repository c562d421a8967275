package dev.orbit.fit;

import dev.orbit.runtime.Differentiable;
import java.util.List;
import java.util.function.Function;

/**
 * A published test problem.
 *
 * @param start where the publication starts
 * @param minimum the published least value, to the digits that are printed
 */
record Problem(String name, double[] start, double minimum, Function<Jet[], Jet> function) implements Differentiable {
    /** A sum of squares. */
    static Problem squares(String name, double minimum, Function<Jet[], List<Jet>> residuals, double... start) {
        return new Problem(
                name,
                start,
                minimum,
                x -> residuals.apply(x).stream()
                        .map(Jet::squared)
                        .reduce(Jet::plus)
                        .orElseThrow());
    }

    static Problem of(String name, double minimum, Function<Jet[], Jet> function, double... start) {
        return new Problem(name, start, minimum, function);
    }

    @Override
    public int size() {
        return start.length;
    }

    @Override
    public double value(double[] point) {
        return function.apply(Jet.variables(point)).value();
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        Jet value = function.apply(Jet.variables(point));
        System.arraycopy(value.gradient(), 0, gradient, 0, point.length);
        return value.value();
    }

    @Override
    public String toString() {
        return name;
    }
}
