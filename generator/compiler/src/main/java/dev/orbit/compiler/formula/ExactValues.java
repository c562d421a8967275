package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Values of the functions at exact numbers, where they are exact numbers again. */
final class ExactValues {
    private static final int LARGEST_EXPONENT = 1024;
    private static final int LONGEST_POWER = 1 << 16;

    private static final Map<Function1, UnaryOperator<Rational>> EVERYWHERE = new EnumMap<>(Map.of(
            Function1.NEGATE, Rational::negated,
            Function1.SQUARE, x -> x.times(x),
            Function1.ABS, x -> x.signum() < 0 ? x.negated() : x,
            Function1.SIGN, x -> Rational.of(x.signum()),
            Function1.HEAVISIDE, x -> Rational.of(x.signum() > 0 ? 1 : 0),
            Function1.RELU, x -> x.signum() > 0 ? x : Rational.ZERO));

    private static final Map<Function2, BinaryOperator<Rational>> OF_TWO = new EnumMap<>(Map.of(
            Function2.ADD, Rational::plus,
            Function2.SUBTRACT, Rational::minus,
            Function2.MULTIPLY, Rational::times,
            Function2.SCALE, Rational::times,
            Function2.MAX, (x, y) -> x.compareTo(y) >= 0 ? x : y,
            Function2.MIN, (x, y) -> x.compareTo(y) <= 0 ? x : y,
            Function2.GREATER, (x, y) -> Rational.of(x.compareTo(y) > 0 ? 1 : 0)));

    private static final Map<Function1, Map<Rational, Rational>> SOMEWHERE = somewhere();

    private ExactValues() {}

    private static Map<Function1, Map<Rational, Rational>> somewhere() {
        Map<Function1, Map<Rational, Rational>> table = new EnumMap<>(Function1.class);
        List.of(
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
                        Function1.LOG_COSH)
                .forEach(odd -> table.put(odd, Map.of(Rational.ZERO, Rational.ZERO)));
        List.of(Function1.EXP, Function1.COS, Function1.COSH, Function1.ERFC, Function1.GAUSSIAN)
                .forEach(f -> table.put(f, Map.of(Rational.ZERO, Rational.ONE)));
        List.of(Function1.SIGMOID, Function1.NORMAL_CDF)
                .forEach(f -> table.put(f, Map.of(Rational.ZERO, Rational.of(1, 2))));
        table.put(Function1.LOG, Map.of(Rational.ONE, Rational.ZERO));
        table.put(Function1.ACOS, Map.of(Rational.ONE, Rational.ZERO));
        table.put(Function1.LGAMMA, Map.of(Rational.ONE, Rational.ZERO, Rational.TWO, Rational.ZERO));
        return table;
    }

    /** The exact value of {@code function} at {@code x}, if it has one. */
    static Optional<Rational> at(Function1 function, Rational x) {
        if (function == Function1.SQRT) {
            return root(x);
        } else if (function == Function1.RECIPROCAL) {
            return x.isZero() ? Optional.empty() : Optional.of(Rational.ONE.dividedBy(x));
        }
        Optional<Rational> value = Optional.ofNullable(EVERYWHERE.get(function)).map(f -> f.apply(x));
        return value.isPresent()
                ? value
                : Optional.ofNullable(SOMEWHERE.get(function)).map(table -> table.get(x));
    }

    /** The exact value of {@code function} at {@code x} and {@code y}, if it has one. */
    static Optional<Rational> at(Function2 function, Rational x, Rational y) {
        if (function == Function2.POWER) {
            return power(x, y);
        } else if (function == Function2.DIVIDE) {
            return y.isZero() ? Optional.empty() : Optional.of(x.dividedBy(y));
        } else if (function == Function2.RATIO) {
            return Optional.of(y.isZero() ? Rational.ZERO : x.dividedBy(y));
        }
        return Optional.ofNullable(OF_TWO.get(function)).map(f -> f.apply(x, y));
    }

    private static Optional<Rational> power(Rational x, Rational y) {
        boolean pole = x.isZero() && y.signum() < 0;
        if (pole || !y.isIntegerWithin(LARGEST_EXPONENT)) {
            return Optional.empty();
        }
        int exponent = y.numerator().intValue();
        boolean tooLong = (long) x.bits() * Math.abs(exponent) > LONGEST_POWER;
        return tooLong ? Optional.empty() : Optional.of(x.power(exponent));
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
