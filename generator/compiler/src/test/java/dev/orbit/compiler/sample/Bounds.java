package dev.orbit.compiler.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How near a proof must come. */
final class Bounds {
    private Bounds() {}

    /**
     * Holds loss and gradient to a tolerance.
     *
     * @param tolerance relative to the loss, and for the gradient to its largest entry
     * @param entries how many there are in all
     */
    static void hold(Proof proof, double tolerance, int entries) {
        assertEquals(entries, proof.entries());
        assertTrue(proof.loss() <= tolerance && proof.gradient() <= tolerance, proof::toString);
    }
}
