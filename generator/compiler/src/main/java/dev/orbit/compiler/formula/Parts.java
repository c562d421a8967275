package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.Optional;
import java.util.function.BiFunction;

/** Looks one level into a formula: whether it is a certain kind of node, and of what. */
final class Parts {
    /** Up to here repeated multiplication is faster than a general power, and as accurate. */
    private static final int LARGEST_MULTIPLIED = 16;

    private Parts() {}

    /** The operands of a node of two. */
    record Pair(Formula x, Formula y) {
        /** Applies {@code combine} to the other operand and the number, when one of the two is a number. */
        Optional<Formula> withNumber(BiFunction<Formula, Rational, Formula> combine) {
            return number(y).map(n -> combine.apply(x, n)).or(() -> number(x).map(n -> combine.apply(y, n)));
        }

        /** The other operand, when one of the two is {@code z}. */
        Optional<Formula> without(Formula z) {
            return y == z ? Optional.of(x) : x == z ? Optional.of(y) : Optional.empty();
        }
    }

    /** A base with an exponent of at least 1. */
    record Power(Formula base, int exponent) {}

    static Optional<Rational> number(Formula formula) {
        return formula instanceof Formula.Number number ? Optional.of(number.value()) : Optional.empty();
    }

    static boolean isZero(Formula formula) {
        return number(formula).filter(Rational::isZero).isPresent();
    }

    static boolean isOne(Formula formula) {
        return number(formula).filter(Rational::isOne).isPresent();
    }

    /** Whether it is {@code pi}, infinite or undefined: what is no real must not vanish against zero. */
    static boolean isConstant(Formula formula) {
        return formula instanceof Formula.Constant;
    }

    /** Whether dividing by it is exact in binary arithmetic: 2, 4, 1/8. */
    static boolean isPowerOfTwo(Rational number) {
        return number.numerator().abs().bitCount() == 1 && number.denominator().bitCount() == 1;
    }

    static Optional<Formula> operand(Function1 function, Formula formula) {
        return formula instanceof Formula.Apply1 apply && apply.function() == function
                ? Optional.of(apply.x())
                : Optional.empty();
    }

    static Optional<Pair> operands(Function2 function, Formula formula) {
        return formula instanceof Formula.Apply2 apply && apply.function() == function
                ? Optional.of(new Pair(apply.x(), apply.y()))
                : Optional.empty();
    }

    /** {@code z} when the formula is {@code -z} or a negative number: what stands behind a minus sign. */
    static Optional<Formula> positivePart(Formulas formulas, Formula formula) {
        return operand(Function1.NEGATE, formula)
                .or(() -> number(formula).filter(n -> n.signum() < 0).map(n -> formulas.number(n.negated())));
    }

    /** The formula as a base with a positive integer exponent; anything is itself to the power 1. */
    static Optional<Power> integerPower(Formula formula) {
        Optional<Power> power = operands(Function2.POWER, formula)
                .flatMap(p -> number(p.y())
                        .filter(n -> n.isIntegerWithin(Integer.MAX_VALUE / 4) && n.signum() > 0)
                        .map(n -> new Power(p.x(), n.numerator().intValue())));
        return power.or(() -> operand(Function1.SQUARE, formula).map(x -> new Power(x, 2)))
                .or(() -> Optional.of(new Power(formula, 1)));
    }

    /** A power that is computed by multiplications. */
    static Optional<Power> smallPower(Formula.Apply2 apply) {
        return integerPower(apply).filter(p -> p.exponent() > 1 && p.exponent() <= LARGEST_MULTIPLIED);
    }
}
