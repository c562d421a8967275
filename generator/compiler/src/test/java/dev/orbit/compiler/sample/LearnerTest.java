package dev.orbit.compiler.sample;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The block seed, the choice model and the character model against loops over entries. */
class LearnerTest {
    @Test
    void blockSeed() throws IOException {
        Gradients gradients = Gradients.of("BlockSeed", Map.of("n", 4, "m", 3, "k", 6, "T", 12), "w(x) = x[1..3] / 2");
        Draws draws = new Draws(7);
        Map<String, double[]> at = draws.parameters(gradients, 0.6);
        Example[] examples = new Example[2];
        for (int i = 0; i < examples.length; i++) {
            examples[i] = Example.ofSteps(12)
                    .with("x", draws.uniform(12 * 4, -1, 1))
                    .with("h0", draws.uniform(6, -1, 1))
                    .with("y_true", draws.uniform(3, -1, 1));
        }

        Bounds.hold(Proof.of(gradients, at, Learners::blockSeed, examples), 1e-13, 18 + 24 + 18 + 36);
    }

    @Test
    void rescorlaWagner() throws IOException {
        Gradients gradients = Gradients.of("RescorlaWagner", Map.of("k", 4));
        Draws draws = new Draws(8);
        Map<String, double[]> at = draws.parameters(gradients, 0.5);
        at.put("alpha", new double[] {0.3});
        at.put("tau", new double[] {2.5});
        Example[] examples = new Example[3];
        for (int i = 0; i < examples.length; i++) {
            examples[i] =
                    Example.ofSteps(60).with("choice", draws.indices(60, 4)).with("reward", draws.uniform(60, 0, 1));
        }

        Bounds.hold(Proof.of(gradients, at, Learners::rescorlaWagner, examples), 1e-13, 1 + 1 + 4);
    }

    @Test
    void characterModel() throws IOException {
        Gradients gradients = Gradients.of("CharacterModel", Map.of("letters", 9, "e", 3, "k", 5));
        Draws draws = new Draws(9);
        Map<String, double[]> at = draws.parameters(gradients, 0.9);
        Example[] examples = new Example[3];
        for (int i = 0; i < examples.length; i++) {
            examples[i] = Example.ofSteps(20).with("last", draws.indices(20, 9)).with("next", draws.indices(20, 9));
        }

        Bounds.hold(Proof.of(gradients, at, Learners::characters, examples), 1e-13, 27 + 15 + 25 + 5 + 45 + 9);
    }
}
