package dev.orbit.compiler.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Numbers drawn from a seed. */
final class Draws {
    private final SplittableRandom random;

    Draws(long seed) {
        random = new SplittableRandom(seed);
    }

    double[] uniform(int count, double low, double high) {
        return random.doubles(count, low, high).toArray();
    }

    double[] indices(int count, int last) {
        return random.ints(count, 1, last + 1).asDoubleStream().toArray();
    }

    /** Every parameter of a sample, entries between {@code -spread} and {@code spread}. */
    Map<String, double[]> parameters(Gradients gradients, double spread) {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (String name : gradients.parameters()) {
            all.put(name, uniform(gradients.size(name), -spread, spread));
        }
        return all;
    }
}
