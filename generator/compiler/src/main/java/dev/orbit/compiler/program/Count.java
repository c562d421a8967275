package dev.orbit.compiler.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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

    /** {@code of / by}, rounded up: segments of a strip-mined loop. */
    record Quotient(Count of, int by) implements Count {}

    /** Steps of the segment whose number (from 0) is {@code segment}: {@code by}, or what is left of {@code of} in the last. */
    record Rest(Count of, int by, Value segment) implements Count {}

    /** The values that must be known to know the count. */
    default List<Value> values() {
        return match(new Cases<>(
                fixed -> List.of(),
                dimension -> List.of(),
                less -> less.of().values(),
                given -> List.of(given.index()),
                quotient -> quotient.of().values(),
                rest -> {
                    List<Value> values = new ArrayList<>(rest.of().values());
                    values.add(rest.segment());
                    return List.copyOf(values);
                }));
    }

    /**
     * Whether the two may be the same number as far as the program's text tells. Numbers that depend on values are equal
     * when computed alike: a stack that left the loop in which its count was known is read by another loop that knows
     * the same count under another name.
     */
    default boolean agrees(Count other) {
        return match(new Cases<>(
                fixed -> fixed.equals(other),
                dimension -> dimension.equals(other),
                less -> other instanceof Less o
                        && less.by() == o.by()
                        && less.of().agrees(o.of()),
                given -> other instanceof Given,
                quotient -> other instanceof Quotient o
                        && quotient.by() == o.by()
                        && quotient.of().agrees(o.of()),
                rest -> other instanceof Rest o
                        && rest.by() == o.by()
                        && rest.of().agrees(o.of())));
    }

    /** Whether it depends on an open dimension, which may differ from example to example. */
    default boolean isOpen() {
        return match(new Cases<>(
                fixed -> false,
                dimension -> true,
                less -> less.of().isOpen(),
                given -> false,
                quotient -> quotient.of().isOpen(),
                rest -> rest.of().isOpen()));
    }

    /** The same count of other values. */
    default Count map(UnaryOperator<Value> values) {
        return match(new Cases<Count>(
                fixed -> fixed,
                dimension -> dimension,
                less -> new Less(less.of().map(values), less.by()),
                given -> new Given(values.apply(given.index())),
                quotient -> new Quotient(quotient.of().map(values), quotient.by()),
                rest -> new Rest(rest.of().map(values), rest.by(), values.apply(rest.segment()))));
    }

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
