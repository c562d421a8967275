package dev.orbit.compiler.claim;

import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.symbolic.Enclosure;
import java.util.function.Function;

/** A number at a point: exact where it is rational and not too long, else between bounds. */
sealed interface Sample {
    /** The very number. */
    record Exact(Rational value) implements Sample {
        static final Sample ZERO = new Exact(Rational.ZERO);
        static final Sample ONE = new Exact(Rational.ONE);
    }

    /** Bounds; unknown ones where it is undefined or cannot be told. */
    record Near(Enclosure bounds) implements Sample {}

    /** No number at all, beyond all doubt of rounding: the logarithm of -1. A pole is not that, only unknown. */
    record Undefined() implements Sample {}

    /** The total fold; what is undefined is also unknown. */
    default <R> R match(Function<Exact, R> exact, Function<Near, R> near) {
        if (this instanceof Exact e) {
            return exact.apply(e);
        }
        return near.apply(this instanceof Near n ? n : new Near(Enclosure.unknown()));
    }

    default boolean isUndefined() {
        return this instanceof Undefined;
    }

    static Sample of(Rational value) {
        return new Exact(value);
    }

    default boolean isExact() {
        return match(exact -> true, near -> false);
    }

    /** Bounds of it. */
    default Enclosure bounds() {
        return match(exact -> Enclosure.of(exact.value()), Near::bounds);
    }

    default boolean isKnown() {
        return match(exact -> true, near -> near.bounds().isKnown());
    }

    /** Whether the two are surely different numbers. */
    default boolean isApartFrom(Sample other) {
        return isExact() && other.isExact() ? !equals(other) : bounds().isApartFrom(other.bounds());
    }

    /** Whether the two differ in any way that refutes an equation: two numbers, or a number and none. */
    default boolean differsFrom(Sample other) {
        return isApartFrom(other) || isUndefined() && other.isKnown() || isKnown() && other.isUndefined();
    }

    /** Whether nothing tells them apart, and something could. */
    default boolean agreesWith(Sample other) {
        return isKnown() && other.isKnown() && !isApartFrom(other);
    }

    /** For people: an exact fraction unless that is too long to read, about so much, or undefined. */
    default String text() {
        return match(
                exact -> exact.value().toString().length() > 60
                        ? new Near(bounds()).text()
                        : exact.value().toString(),
                near -> near.bounds().isKnown()
                        ? "about "
                                + String.format(
                                        java.util.Locale.ROOT,
                                        "%.6g",
                                        near.bounds().middle())
                        : isUndefined() ? "undefined" : "not known");
    }
}
