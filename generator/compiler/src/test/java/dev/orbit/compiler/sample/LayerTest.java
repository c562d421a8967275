package dev.orbit.compiler.sample;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The recurrent layers against loops over units, written from PyTorch's documentation: input 5, hidden 7, 2 outputs, three
 * examples of 20 steps; all weights, biases and initial states.
 */
class LayerTest {
    private static final Map<String, Integer> SIZES = Map.of("n", 5, "k", 7, "m", 2);
    private static final int STEPS = 20;

    @Test
    void elman() throws IOException {
        Bounds.hold(proof("Elman", 1, Layers::elman), 1e-13, 7 * 5 + 7 * 7 + 2 * 7 + 2 * 7 + 2 + 7);
    }

    @Test
    void gru() throws IOException {
        Bounds.hold(proof("GruLayer", 2, Layers::gru), 1e-13, 3 * (7 * 5 + 7 * 7 + 2 * 7) + 2 * 7 + 2 + 7);
    }

    @Test
    void lstm() throws IOException {
        Bounds.hold(proof("LstmLayer", 3, Layers::lstm), 1e-13, 4 * (7 * 5 + 7 * 7 + 2 * 7) + 2 * 7 + 2 + 2 * 7);
    }

    private static Proof proof(String sample, long seed, Function<Numbers, Jet> witness) throws IOException {
        Gradients gradients = Gradients.of(sample, SIZES);
        Draws draws = new Draws(seed);
        Map<String, double[]> parameters = draws.parameters(gradients, 0.8);
        Example[] examples = new Example[3];
        for (int i = 0; i < examples.length; i++) {
            examples[i] = Example.ofSteps(STEPS)
                    .with("x", draws.uniform(STEPS * 5, -1.5, 1.5))
                    .with("y", draws.uniform(STEPS * 2, -1, 1));
        }
        return Proof.of(gradients, parameters, witness, examples);
    }
}
