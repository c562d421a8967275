package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The rewrites that {@link Formulas} applies to every node it is asked for: only what holds for all reals, and what
 * never makes a formula larger. Rules look at most two levels down, so that each takes constant time.
 */
final class Simplification {
    /** Beyond this a power of a number is left as written: it would fill the page. */
    private static final int LARGEST_FOLDED_EXPONENT = 64;

    /** A number of more bits than this is left as an operation: it would fill the page, and time. */
    private static final int LONGEST_FOLDED = 4096;

    private final Formulas formulas;
    private final Map<Function1, Function<Formula, Optional<Formula>>> rules1 = new EnumMap<>(Function1.class);
    private final Map<Function2, BiFunction<Formula, Formula, Optional<Formula>>> rules2 =
            new EnumMap<>(Function2.class);

    Simplification(Formulas formulas) {
        this.formulas = formulas;
        rules1.put(Function1.NEGATE, this::negate);
        rules1.put(Function1.SQUARE, this::square);
        rules1.put(Function1.RECIPROCAL, this::reciprocal);
        rules2.put(Function2.ADD, this::add);
        rules2.put(Function2.SUBTRACT, this::subtract);
        rules2.put(Function2.MULTIPLY, this::multiply);
        // the two differ only where y is infinite, and y is a real here
        rules2.put(Function2.SCALE, (x, y) -> Optional.of(formulas.multiply(x, y)));
        rules2.put(
                Function2.LOWER_POWER,
                (x, y) -> Optional.of(formulas.apply(Function2.POWER, x, formulas.subtract(y, formulas.number(1)))));
        rules2.put(Function2.DIVIDE, this::divide);
        rules2.put(Function2.POWER, this::power);
    }

    /** The simpler form, if there is one. */
    Optional<Formula> simplify(Function1 function, Formula x) {
        Optional<Formula> value =
                Parts.number(x).flatMap(a -> ExactValues.at(function, a)).flatMap(this::folded);
        return value.isPresent()
                ? value
                : Optional.ofNullable(rules1.get(function)).flatMap(rule -> rule.apply(x));
    }

    /** The simpler form, if there is one. */
    Optional<Formula> simplify(Function2 function, Formula x, Formula y) {
        Optional<Formula> value = Parts.number(x)
                .flatMap(a -> Parts.number(y).flatMap(b -> ExactValues.at(function, a, b)))
                .flatMap(this::folded);
        return value.isPresent()
                ? value
                : Optional.ofNullable(rules2.get(function)).flatMap(rule -> rule.apply(x, y));
    }

    private Optional<Formula> folded(Rational value) {
        return value.bits() <= LONGEST_FOLDED ? Optional.of(formulas.number(value)) : Optional.empty();
    }

    /** The truth of a comparison of two numbers. */
    Optional<Formula> simplify(Formula.Relation relation, Formula x, Formula y) {
        return Parts.number(x).flatMap(a -> Parts.number(y).map(b -> formulas.truth(relation.holds(a.compareTo(b)))));
    }

    private Optional<Formula> negate(Formula x) {
        return Parts.operand(Function1.NEGATE, x);
    }

    private Optional<Formula> square(Formula x) {
        return Parts.operand(Function1.NEGATE, x)
                .map(z -> formulas.apply(Function1.SQUARE, z))
                .or(() -> Parts.integerPower(x)
                        .filter(p -> p.exponent() > 1)
                        .map(p -> raise(p.base(), 2 * p.exponent())));
    }

    private Optional<Formula> reciprocal(Formula x) {
        return Parts.operand(Function1.NEGATE, x).map(z -> formulas.negate(formulas.apply(Function1.RECIPROCAL, z)));
    }

    private Optional<Formula> add(Formula x, Formula y) {
        if (Parts.isZero(x)) {
            return Optional.of(y);
        } else if (Parts.isZero(y)) {
            return Optional.of(x);
        } else if (x == y) {
            return Optional.of(formulas.multiply(formulas.number(2), x));
        }
        Optional<Formula> minusY = Parts.positivePart(formulas, y);
        if (minusY.isPresent()) {
            return minusY.map(z -> formulas.subtract(x, z));
        }
        return Parts.positivePart(formulas, x)
                .map(z -> formulas.subtract(y, z))
                .or(() -> addNumber(x, y))
                .or(() -> addNumber(y, x));
    }

    /** {@code (z + a) + b} and {@code (z - a) + b}, where a and b are numbers, as one sum. */
    private Optional<Formula> addNumber(Formula x, Formula number) {
        Optional<Rational> b = Parts.number(number);
        if (b.isEmpty()) {
            return Optional.empty();
        }
        Optional<Formula> sum = Parts.operands(Function2.ADD, x)
                .flatMap(p -> p.withNumber((z, a) -> formulas.add(z, formulas.number(a.plus(b.get())))));
        Optional<Parts.Pair> difference = Parts.operands(Function2.SUBTRACT, x);
        return sum.or(() -> difference.flatMap(p -> Parts.number(p.y())
                        .map(a -> formulas.add(p.x(), formulas.number(b.get().minus(a))))))
                .or(() -> difference.flatMap(p -> Parts.number(p.x())
                        .map(a -> formulas.subtract(formulas.number(b.get().plus(a)), p.y()))));
    }

    private Optional<Formula> subtract(Formula x, Formula y) {
        if (x == y && !Parts.isConstant(x)) {
            return Optional.of(formulas.number(0));
        } else if (Parts.isZero(y)) {
            return Optional.of(x);
        } else if (Parts.isZero(x)) {
            return Optional.of(formulas.negate(y));
        }
        return Parts.positivePart(formulas, y)
                .map(z -> formulas.add(x, z))
                .or(() -> Parts.number(y).flatMap(b -> addNumber(x, formulas.number(b.negated()))))
                .or(() -> Parts.operands(Function2.ADD, x).flatMap(p -> p.without(y)));
    }

    private Optional<Formula> multiply(Formula x, Formula y) {
        if (Parts.number(y).isPresent() && Parts.number(x).isEmpty()) {
            return Optional.of(formulas.multiply(y, x));
        }
        Optional<Rational> factor = Parts.number(x);
        if (factor.isPresent()) {
            return scale(factor.get(), y);
        } else if (x == y) {
            return Optional.of(formulas.apply(Function1.SQUARE, x));
        }
        return Parts.operand(Function1.NEGATE, x)
                .map(z -> formulas.negate(formulas.multiply(z, y)))
                .or(() -> Parts.operand(Function1.NEGATE, y).map(z -> formulas.negate(formulas.multiply(x, z))))
                .or(() -> Parts.operand(Function1.RECIPROCAL, y).map(z -> formulas.divide(x, z)))
                .or(() -> Parts.operand(Function1.RECIPROCAL, x).map(z -> formulas.divide(y, z)))
                .or(() -> multiplyPowers(x, y));
    }

    private Optional<Formula> multiplyPowers(Formula x, Formula y) {
        return Parts.integerPower(x)
                .flatMap(p -> Parts.integerPower(y)
                        .filter(q -> p.base() == q.base())
                        .map(q -> raise(p.base(), p.exponent() + q.exponent())));
    }

    private Optional<Formula> scale(Rational factor, Formula y) {
        if (factor.isZero()) {
            return Parts.isConstant(y) ? Optional.empty() : Optional.of(formulas.number(0));
        } else if (factor.isOne()) {
            return Optional.of(y);
        } else if (factor.signum() < 0) {
            return Optional.of(formulas.negate(formulas.multiply(formulas.number(factor.negated()), y)));
        }
        return Parts.operand(Function1.NEGATE, y)
                .map(z -> formulas.negate(formulas.multiply(formulas.number(factor), z)))
                .or(() -> Parts.operand(Function1.RECIPROCAL, y).map(z -> formulas.divide(formulas.number(factor), z)))
                .or(() -> Parts.operands(Function2.MULTIPLY, y)
                        .flatMap(p -> Parts.number(p.x())
                                .map(a -> formulas.multiply(formulas.number(a.times(factor)), p.y()))));
    }

    private Optional<Formula> divide(Formula x, Formula y) {
        Optional<Rational> divisor = Parts.number(y).filter(b -> !b.isZero());
        if (divisor.isPresent() && (Parts.isZero(x) || divisor.get().isOne())) {
            return Optional.of(x);
        } else if (divisor.isPresent() && Parts.isPowerOfTwo(divisor.get())) {
            return Optional.of(formulas.multiply(formulas.number(Rational.ONE.dividedBy(divisor.get())), x));
        } else if (Parts.isOne(x)) {
            return Optional.of(formulas.apply(Function1.RECIPROCAL, y));
        }
        return Parts.positivePart(formulas, x)
                .map(z -> formulas.negate(formulas.divide(z, y)))
                .or(() -> Parts.positivePart(formulas, y).map(z -> formulas.negate(formulas.divide(x, z))));
    }

    private Optional<Formula> power(Formula x, Formula y) {
        return Parts.number(y)
                .filter(n -> n.isIntegerWithin(LARGEST_FOLDED_EXPONENT))
                .flatMap(n -> integerPower(x, n.numerator().intValue()));
    }

    private Optional<Formula> integerPower(Formula x, int exponent) {
        if (exponent < 0) {
            return Optional.of(formulas.apply(Function1.RECIPROCAL, raise(x, -exponent)));
        } else if (exponent < 2) {
            return Optional.of(exponent == 0 ? formulas.number(1) : x);
        } else if (exponent == 2) {
            return Optional.of(formulas.apply(Function1.SQUARE, x));
        }
        Optional<Formula> positive = Parts.operand(Function1.NEGATE, x).map(z -> raise(z, exponent));
        return positive.isPresent()
                ? positive.map(z -> exponent % 2 == 0 ? z : formulas.negate(z))
                : Parts.integerPower(x)
                        .filter(p -> p.exponent() > 1)
                        .map(p -> raise(p.base(), p.exponent() * exponent));
    }

    private Formula raise(Formula base, int exponent) {
        return formulas.power(base, exponent);
    }
}
