package dev.orbit.compiler.program;

import java.util.function.Function;

/** How often a loop runs, or how many rows are stacked. */
public sealed interface Count {
    /** A number known when the class is generated. */
    record Fixed(int number) implements Count {}

    /** The one open dimension of a model, known when the data is; possibly different for each example. */
    record Dimension(String name) implements Count {}

    /** {@code of - by}, at least 0: steps of {@code iterate t in 2..T} are T - 1. */
    record Less(Count of, int by) implements Count {}

    /** An index datum, at least 0: {@code repeat(f, m, z)} with m from the data. */
    record Given(Value index) implements Count {}

    /** {@code of / by}, rounded down: full segments of a strip-mined loop. */
    record Quotient(Count of, int by) implements Count {}

    /** Steps of the segment whose number (from 0) is {@code segment}: {@code by}, or what is left of {@code of} in the last. */
    record Rest(Count of, int by, Value segment) implements Count {}

    /** The total fold: one case each. */
    record Cases<R>(
            Function<Fixed, R> fixed,
            Function<Dimension, R> dimension,
            Function<Less, R> less,
            Function<Given, R> given,
            Function<Quotient, R> quotient,
            Function<Rest, R> rest) {}

    default <R> R match(Cases<R> cases) {
        if (this instanceof Fixed fixed) {
            return cases.fixed().apply(fixed);
        } else if (this instanceof Dimension dimension) {
            return cases.dimension().apply(dimension);
        } else if (this instanceof Less less) {
            return cases.less().apply(less);
        } else if (this instanceof Given given) {
            return cases.given().apply(given);
        } else if (this instanceof Quotient quotient) {
            return cases.quotient().apply(quotient);
        }
        return cases.rest().apply((Rest) this);
    }
}
