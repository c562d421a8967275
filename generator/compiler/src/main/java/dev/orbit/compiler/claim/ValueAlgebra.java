package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.OpenAlgebra;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.OrderedAlgebra;
import java.util.List;

/** Doubles in which every abstract function is some smooth function of its own: a sine of a weighted sum of its arguments. */
record ValueAlgebra() implements OpenAlgebra<Double>, OrderedAlgebra<Double> {
    private static final Doubles DOUBLES = new Doubles();
    private static final int KINDS = 7;

    @Override
    public Double constant(double value) {
        return value;
    }

    @Override
    public Double pi() {
        return Math.PI;
    }

    @Override
    public Double apply(Function1 f, Double x) {
        return DOUBLES.apply(f, x);
    }

    @Override
    public Double apply(Function2 f, Double x, Double y) {
        return DOUBLES.apply(f, x, y);
    }

    @Override
    public boolean holds(Instr.Comparison op, Double x, Double y) {
        return DOUBLES.holds(op, x, y);
    }

    @Override
    public Double opaque(String function, List<Integer> by, List<Double> arguments) {
        int kind = Math.floorMod(function.hashCode(), KINDS);
        double angle = 0.4 + 0.1 * kind + by.size() * Math.PI / 2;
        double scale = 1;
        for (int i = 0; i < arguments.size(); i++) {
            angle += weight(i, kind, arguments.size()) * arguments.get(i);
        }
        for (int i : by) {
            scale *= weight(i, kind, arguments.size());
        }
        return scale * Math.sin(angle);
    }

    private static double weight(int argument, int kind, int arguments) {
        return (0.6 + 0.05 * Math.floorMod(argument * 3 + kind, KINDS)) / Math.sqrt(arguments);
    }

    @Override
    public List<List<Double>> call(Abstract f, Abstract.Order order, List<List<Double>> arguments) {
        return OpenAlgebra.super.call(f, order, arguments);
    }
}
