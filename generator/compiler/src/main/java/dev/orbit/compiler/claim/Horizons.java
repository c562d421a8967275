package dev.orbit.compiler.claim;

import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import java.util.Optional;
import java.util.OptionalInt;

/** How many steps a model takes, as claims see it. */
final class Horizons {
    private Horizons() {}

    /** The name of the dim that is open, if the number of steps is. */
    static Optional<String> openDim(Model model) {
        return model.iteration()
                .flatMap(iteration -> iteration
                        .last()
                        .match(new Iteration.Last.Cases<>(
                                fixed -> Optional.<String>empty(),
                                open -> Optional.of(open.dim().name()))));
    }

    /** Rows of per-step data where the number of steps is fixed; 0 without steps. */
    static OptionalInt fixedRows(Model model) {
        return model.iteration().isEmpty()
                ? OptionalInt.of(0)
                : model.iteration()
                        .get()
                        .last()
                        .match(new Iteration.Last.Cases<>(
                                fixed -> OptionalInt.of(fixed.number()), open -> OptionalInt.empty()));
    }

    /** Rows that no step reads: {@code iterate t in 3..T} begins with the third. */
    static int before(Model model) {
        return model.iteration().map(iteration -> iteration.first() - 1).orElse(0);
    }
}
