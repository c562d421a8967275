package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.List;
import java.util.Optional;

/**
 * Computes with exact rational numbers. What rational arithmetic cannot say (a root, a logarithm, the circle number) is
 * asked of {@link Opaque}.
 */
public final class ExactRational implements Arithmetic<Rational> {
    /** Values of what is not rational: the same function at the same arguments must have the same value. */
    public interface Opaque {
        /**
         * The value to take.
         *
         * @param function a name that tells functions apart
         */
        Rational value(String function, List<Rational> arguments);
    }

    private final Opaque opaque;

    /** Numbers longer than this stop the computation. */
    private final int longest;

    public ExactRational(Opaque opaque, int longest) {
        this.opaque = opaque;
        this.longest = longest;
    }

    /** For rational functions alone; anything else throws {@link ArithmeticException}. */
    public static ExactRational strict(int longest) {
        return new ExactRational(
                (function, arguments) -> {
                    throw new ArithmeticException(function + " of rationals is not rational");
                },
                longest);
    }

    /** The value of the function, where it is an exact number. */
    public static Optional<Rational> value(Function1 f, Rational x) {
        return ExactValues.at(f, x);
    }

    @Override
    public Rational constant(double c) {
        return Rational.exactly(c);
    }

    @Override
    public Rational pi() {
        return opaque.value("pi", List.of());
    }

    /** @throws ArithmeticException at a pole, or when the result is too long */
    @Override
    public Rational apply(Function1 f, Rational x) {
        if (f == Function1.RECIPROCAL) {
            return bounded(Rational.ONE.dividedBy(x));
        }
        return ExactValues.at(f, x).map(this::bounded).orElseGet(() -> opaque.value(f.toString(), List.of(x)));
    }

    /** @throws ArithmeticException at a pole, or when the result is too long */
    @Override
    public Rational apply(Function2 f, Rational x, Rational y) {
        if (f == Function2.DIVIDE) {
            return bounded(x.dividedBy(y));
        }
        return ExactValues.at(f, x, y).map(this::bounded).orElseGet(() -> opaque.value(f.toString(), List.of(x, y)));
    }

    private Rational bounded(Rational value) {
        if (value.bits() > longest) {
            throw new ArithmeticException("a number of " + value.bits() + " bits");
        }
        return value;
    }
}
