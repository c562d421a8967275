package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.ExactRational;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Arithmetic modulo the prime 2^61 - 1. Two different rational functions of low degree agree at a random point of the
 * field with a chance of about degree / 2^61 (Schwartz 1980, Zippel 1979), and numbers never grow, however large the
 * formula. What is not rational has a value that looks random and depends on nothing but the function and the exact
 * values of its arguments.
 */
final class PrimeField implements Arithmetic<Long> {
    private static final long PRIME = (1L << 61) - 1;
    private static final BigInteger BIG_PRIME = BigInteger.valueOf(PRIME);

    private final long salt;

    PrimeField(long salt) {
        this.salt = salt;
    }

    /** The field's element for a rational number; {@link ArithmeticException} when its denominator vanishes there. */
    long of(Rational value) {
        return times(reduced(value.numerator()), inverse(reduced(value.denominator())));
    }

    private static long reduced(BigInteger value) {
        return value.mod(BIG_PRIME).longValueExact();
    }

    /** A value for what is opaque: always the same for the same name and arguments. */
    long opaque(String name, List<Long> arguments) {
        long hash = mixed(salt ^ name.hashCode());
        for (long argument : arguments) {
            hash = mixed(hash ^ argument);
        }
        return Math.floorMod(hash, PRIME);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public Long constant(double c) {
        return of(Rational.exactly(c));
    }

    @Override
    public Long pi() {
        return opaque("pi", List.of());
    }

    /** @throws ArithmeticException at a pole, or where a root does not exist in the field */
    @Override
    public Long apply(Function1 f, Long x) {
        if (f == Function1.NEGATE) {
            return x == 0 ? 0 : PRIME - x;
        } else if (f == Function1.SQUARE) {
            return times(x, x);
        } else if (f == Function1.RECIPROCAL) {
            return inverse(x);
        } else if (f == Function1.SQRT) {
            return root(x);
        }
        Optional<Rational> known = x <= 2 ? ExactRational.value(f, Rational.of(x)) : Optional.empty();
        return known.map(this::of).orElseGet(() -> opaque(f.toString(), List.of(x)));
    }

    /** @throws ArithmeticException at a pole */
    @Override
    public Long apply(Function2 f, Long x, Long y) {
        if (f == Function2.ADD) {
            return plus(x, y);
        } else if (f == Function2.SUBTRACT) {
            return plus(x, apply(Function1.NEGATE, y));
        } else if (f == Function2.MULTIPLY) {
            return times(x, y);
        } else if (f == Function2.DIVIDE) {
            return times(x, inverse(y));
        }
        boolean swapped = f.commutative() && x > y;
        return opaque(f.toString(), swapped ? List.of(y, x) : List.of(x, y));
    }

    private static long plus(long x, long y) {
        long sum = x + y;
        return sum >= PRIME ? sum - PRIME : sum;
    }

    private static long times(long x, long y) {
        long high = Math.multiplyHigh(x, y);
        long low = x * y;
        long folded = (low & PRIME) + ((low >>> 61) | (high << 3));
        folded = (folded & PRIME) + (folded >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }

    private static long power(long x, long exponent) {
        long result = 1;
        for (long bit = Long.highestOneBit(exponent); bit > 0; bit >>= 1) {
            result = times(result, result);
            result = (exponent & bit) == 0 ? result : times(result, x);
        }
        return result;
    }

    private static long inverse(long x) {
        if (x == 0) {
            throw new ArithmeticException("a pole");
        }
        return power(x, PRIME - 2);
    }

    /** The prime is 3 modulo 4, so that half of the numbers have one root that is a square itself: the "positive" one. */
    private static long root(long x) {
        long root = power(x, (PRIME + 1) / 4);
        if (times(root, root) != x) {
            throw new ArithmeticException("no root");
        }
        return root;
    }
}
