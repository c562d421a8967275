package dev.orbit.compiler.symbolic;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Evaluation;
import dev.orbit.compiler.formula.ExactRational;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.function.Arithmetic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Compares partial derivatives with dual numbers, exactly, at random points. Two rational functions that differ differ
 * at almost every point (Schwartz 1980, Zippel 1979), so that agreement at a few points of a large grid leaves no
 * practical doubt.
 */
final class PartialWitness {
    private static final int POINTS = 3;
    private static final int TRIES = 20;
    private static final int GRID = 1 << 20;
    private static final int LONGEST = 1 << 16;

    private final ExactRational rationals = ExactRational.strict(LONGEST);
    private final Random random = new Random(20260);

    /** @throws SymbolicException when a partial is not the derivative of the shape's first root times the second */
    void verify(Shape shape, List<Formula.Symbol> by, List<Formula> partials) {
        int seen = 0;
        for (int i = 0; i < TRIES && seen < POINTS; i++) {
            Map<Formula.Symbol, Rational> point = new HashMap<>();
            shape.meanings().keySet().forEach(symbol -> point.put(symbol, value()));
            try {
                verifyAt(point, shape.roots().get(0), shape.roots().get(1), by, partials);
                seen++;
            } catch (ArithmeticException pole) {
                // a division by zero, or a number too long: another point
            }
        }
        if (seen == 0) {
            throw new SymbolicException("no point at which a partial derivative could be checked");
        }
    }

    private Rational value() {
        return Rational.of(random.nextInt(GRID) - GRID / 2, 1 + random.nextInt(GRID));
    }

    private void verifyAt(
            Map<Formula.Symbol, Rational> point,
            Formula formula,
            Formula seed,
            List<Formula.Symbol> by,
            List<Formula> partials) {
        Evaluation<Rational> exactly = evaluation(rationals, Function.identity(), point::get);
        List<Rational> values = exactly.of(partials);
        Rational factor = exactly.of(seed);
        for (int i = 0; i < by.size(); i++) {
            Formula.Symbol direction = by.get(i);
            Rational slope = evaluation(
                            new Dual.Numbers(rationals),
                            Dual::constant,
                            symbol -> new Dual(
                                    requireNonNull(point.get(symbol)),
                                    symbol == direction ? Rational.ONE : Rational.ZERO))
                    .of(formula)
                    .slope();
            if (!slope.times(factor).equals(values.get(i))) {
                throw new SymbolicException(
                        "two ways to differentiate " + formula + " by " + direction + " disagree: " + partials.get(i));
            }
        }
    }

    private static <V> Evaluation<V> evaluation(
            Arithmetic<V> arithmetic, Function<Rational, V> number, Function<Formula.Symbol, V> symbol) {
        return new Evaluation<>(arithmetic, new Evaluation.Interpretation<>() {
            @Override
            public V number(Rational value) {
                return number.apply(value);
            }

            @Override
            public V constant(Formula.Constant.Kind kind) {
                throw new ArithmeticException(kind + " is not rational");
            }

            @Override
            public V symbol(Formula.Symbol node) {
                return symbol.apply(node);
            }

            @Override
            public V call(Formula.Call call, List<V> arguments) {
                throw new ArithmeticException(call.function() + " is not rational");
            }

            @Override
            public V compare(Formula.Relation relation, V x, V y) {
                throw new ArithmeticException(relation + " is not rational");
            }

            @Override
            public V logic(Formula.Connective connective, List<V> arguments) {
                throw new ArithmeticException(connective + " is not rational");
            }

            @Override
            public V conditional(V condition, V then, V otherwise) {
                throw new ArithmeticException("a choice is not rational");
            }
        });
    }
}
