package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Evaluation;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.program.Doubles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A point at which formulas are evaluated in doubles.
 *
 * @param values of the symbols
 * @param functions the abstract functions and their derivatives
 */
public record NumericPoint(Map<Name, Double> values, Functions functions) implements Evaluation.Interpretation<Double> {
    /** What an abstract function, or a derivative of one, is. */
    @FunctionalInterface
    public interface Functions {
        /**
         * The value of a call; the function and by which arguments it is differentiated are the call's.
         *
         * @param arguments the values of its arguments
         */
        double value(Formula.Call call, List<Double> arguments);
    }

    public NumericPoint {
        values = Map.copyOf(values);
    }

    /** The values of the formulas here, in order. */
    public List<Double> of(List<? extends Formula> formulas) {
        return new Evaluation<>(new Doubles(), this).of(formulas);
    }

    @Override
    public Double number(Rational value) {
        return value.nearestDouble();
    }

    @Override
    public Double constant(Formula.Constant.Kind kind) {
        return switch (kind) {
            case PI -> Math.PI;
            case INFINITY -> Double.POSITIVE_INFINITY;
            case UNDEFINED -> Double.NaN;
        };
    }

    @Override
    public Double symbol(Formula.Symbol symbol) {
        return Optional.ofNullable(values.get(symbol.name()))
                .orElseThrow(() -> new IllegalArgumentException(symbol + " has no value"));
    }

    @Override
    public Double call(Formula.Call call, List<Double> arguments) {
        return functions.value(call, arguments);
    }

    @Override
    public Double compare(Formula.Relation relation, Double x, Double y) {
        boolean comparable = !x.isNaN() && !y.isNaN();
        boolean holds =
                comparable ? relation.holds(x < y ? -1 : x > y ? 1 : 0) : relation == Formula.Relation.NOT_EQUAL;
        return holds ? 1.0 : 0.0;
    }

    @Override
    public Double logic(Formula.Connective connective, List<Double> arguments) {
        boolean holds = switch (connective) {
            case AND -> arguments.stream().allMatch(truth -> truth != 0);
            case OR -> arguments.stream().anyMatch(truth -> truth != 0);
            case NOT -> arguments.get(0) == 0;
        };
        return holds ? 1.0 : 0.0;
    }

    @Override
    public Double conditional(Double condition, Double then, Double otherwise) {
        return condition != 0 ? then : otherwise;
    }
}
