package dev.orbit.compiler.model;

import java.util.Optional;
import java.util.function.Function;

/**
 * How often the step is applied: for t from {@code first} to {@code last}. Step t reads row t of per-step data, which
 * have {@code last} rows.
 *
 * @param index the symbol of t, if it has a name
 * @param first at least 1 if there are per-step data
 */
public record Iteration(Optional<Symbol> index, int first, Last last) {
    /** The last step. */
    public sealed interface Last {
        /** A number, at least first - 1; then there are no steps. */
        record Fixed(int number) implements Last {}

        /** The open dim. */
        record Open(Symbol dim) implements Last {}

        /** The total fold: one case each. */
        record Cases<R>(Function<Fixed, R> fixed, Function<Open, R> open) {}

        default <R> R match(Cases<R> cases) {
            return this instanceof Fixed fixed
                    ? cases.fixed().apply(fixed)
                    : cases.open().apply((Open) this);
        }
    }
}
