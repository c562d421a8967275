package dev.orbit.compiler.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.law.GradientLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** The law of the whole pipeline over random models; {@code -Dorbit.random.models=20000} tries more of them. */
class RandomModelsTest {
    private static final int MODELS = Integer.getInteger("orbit.random.models", 300);
    private static final double TOLERANCE = 1e-12;
    /** Targets of 100 that are missing: these models ask {@code known} before they read one. */
    private static final int MISSING = 15;

    @Test
    void scalarModelsHaveTheGradientOfDualNumbers() {
        hold("scalar", ScalarModel::draw, MODELS);
    }

    @Test
    void modelsOfMixedShapesHaveTheGradientOfDualNumbers() {
        hold("shaped", ShapedModel::draw, MODELS);
    }

    private static void hold(String kind, LongFunction<String> draw, int models) {
        List<String> broken = new ArrayList<>();
        int tried = 0;
        double worst = 0;
        for (int seed = 0; seed < models; seed++) {
            String text = draw.apply(seed);
            try {
                GradientLaw.Seen seen = GradientLaw.hold("M" + seed, text, 2, MISSING, seed, TOLERANCE);
                tried += Math.min(seen.finite(), 1);
                worst = Math.max(worst, seen.worst());
            } catch (AssertionError | RuntimeException e) {
                broken.add(text + e);
            }
        }
        System.out.println(tried + " of " + models + " " + kind + " models, worst case " + worst);
        assertEquals(List.of(), broken);
        assertTrue(tried > models * 8 / 10, tried + " models have a gradient that is finite and not 0");
    }
}
