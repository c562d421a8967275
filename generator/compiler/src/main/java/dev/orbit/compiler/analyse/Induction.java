package dev.orbit.compiler.analyse;

import java.util.Optional;

/** Proofs over the number of steps. */
final class Induction {
    private Induction() {}

    /**
     * A proof.
     *
     * @param from the least number of rows for which it holds
     */
    record Proof(int from, String text) {
        boolean covers(int rows) {
            return rows >= from;
        }
    }

    static Optional<Proof> of(Decision decision) {
        return Optional.empty();
    }
}
