package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Values of the functions at exact numbers, where they are exact numbers again. */
final class ExactValues {
    /** A number longer than this is left as an operation: it would fill the page, and time. */
    private static final int LONGEST = 4096;

    private static final int LARGEST_EXPONENT = 1024;

    private final Formulas formulas;
    private final Map<Function1, UnaryOperator<Rational>> everywhere = new EnumMap<>(Function1.class);
    private final Map<Function1, Map<Rational, Rational>> somewhere = new EnumMap<>(Function1.class);
    private final Map<Function2, BinaryOperator<Rational>> of2 = new EnumMap<>(Function2.class);

    ExactValues(Formulas formulas) {
        this.formulas = formulas;
        everywhere.put(Function1.NEGATE, Rational::negated);
        everywhere.put(Function1.SQUARE, x -> x.times(x));
        everywhere.put(Function1.ABS, x -> x.signum() < 0 ? x.negated() : x);
        everywhere.put(Function1.SIGN, x -> Rational.of(x.signum()));
        everywhere.put(Function1.HEAVISIDE, x -> Rational.of(x.signum() > 0 ? 1 : 0));
        everywhere.put(Function1.RELU, x -> x.signum() > 0 ? x : Rational.ZERO);
        zeroAtZero();
        somewhere.put(Function1.LOG, Map.of(Rational.ONE, Rational.ZERO));
        somewhere.put(Function1.LGAMMA, Map.of(Rational.ONE, Rational.ZERO, Rational.TWO, Rational.ZERO));
        for (Function1 f :
                new Function1[] {Function1.EXP, Function1.COS, Function1.COSH, Function1.ERFC, Function1.GAUSSIAN}) {
            somewhere.put(f, Map.of(Rational.ZERO, Rational.ONE));
        }
        somewhere.put(Function1.SIGMOID, Map.of(Rational.ZERO, Rational.of(1, 2)));
        somewhere.put(Function1.NORMAL_CDF, Map.of(Rational.ZERO, Rational.of(1, 2)));
        of2.put(Function2.ADD, Rational::plus);
        of2.put(Function2.SUBTRACT, Rational::minus);
        of2.put(Function2.MULTIPLY, Rational::times);
        of2.put(Function2.SCALE, Rational::times);
        of2.put(Function2.MAX, (x, y) -> x.compareTo(y) >= 0 ? x : y);
        of2.put(Function2.MIN, (x, y) -> x.compareTo(y) <= 0 ? x : y);
        of2.put(Function2.GREATER, (x, y) -> Rational.of(x.compareTo(y) > 0 ? 1 : 0));
    }

    private void zeroAtZero() {
        Function1[] odd = {
            Function1.SIN,
            Function1.TAN,
            Function1.ASIN,
            Function1.ATAN,
            Function1.SINH,
            Function1.TANH,
            Function1.EXPM1,
            Function1.LOG1P,
            Function1.SILU,
            Function1.GELU,
            Function1.ERF,
            Function1.LOG_COSH
        };
        for (Function1 f : odd) {
            somewhere.put(f, Map.of(Rational.ZERO, Rational.ZERO));
        }
    }

    /** The value of {@code function} at {@code x}, when both are exact numbers. */
    Optional<Formula> at(Function1 function, Formula x) {
        return Parts.number(x).flatMap(n -> at(function, n)).map(formulas::number);
    }

    /** The value of {@code function} at {@code x} and {@code y}, when all are exact numbers. */
    Optional<Formula> at(Function2 function, Formula x, Formula y) {
        return Parts.number(x)
                .flatMap(a -> Parts.number(y).flatMap(b -> at(function, a, b)))
                .map(formulas::number);
    }

    private Optional<Rational> at(Function1 function, Rational x) {
        if (function == Function1.SQRT) {
            return root(x);
        } else if (function == Function1.RECIPROCAL) {
            return x.isZero() ? Optional.empty() : Optional.of(Rational.ONE.dividedBy(x));
        }
        return Optional.ofNullable(everywhere.get(function))
                .map(f -> f.apply(x))
                .or(() -> Optional.ofNullable(somewhere.get(function)).map(table -> table.get(x)))
                .filter(value -> value.bits() <= LONGEST);
    }

    private Optional<Rational> at(Function2 function, Rational x, Rational y) {
        if (function == Function2.POWER) {
            return power(x, y);
        } else if (function == Function2.DIVIDE) {
            return y.isZero() ? Optional.empty() : Optional.of(x.dividedBy(y)).filter(v -> v.bits() <= LONGEST);
        }
        return Optional.ofNullable(of2.get(function)).map(f -> f.apply(x, y)).filter(v -> v.bits() <= LONGEST);
    }

    private static Optional<Rational> power(Rational x, Rational y) {
        boolean pole = x.isZero() && y.signum() < 0;
        if (pole || !y.isIntegerWithin(LARGEST_EXPONENT)) {
            return Optional.empty();
        }
        int exponent = y.numerator().intValue();
        long bits = (long) x.bits() * Math.abs(exponent);
        return bits > LONGEST && !x.isZero() ? Optional.empty() : Optional.of(x.power(exponent));
    }

    /** The root of a square. */
    private static Optional<Rational> root(Rational x) {
        if (x.signum() < 0) {
            return Optional.empty();
        }
        BigInteger[] top = x.numerator().sqrtAndRemainder();
        BigInteger[] bottom = x.denominator().sqrtAndRemainder();
        boolean square = top[1].signum() == 0 && bottom[1].signum() == 0;
        return square ? Optional.of(new Rational(top[0], bottom[0])) : Optional.empty();
    }
}
