package dev.orbit.benchmarks;

import java.util.Random;

/** The data of the cases, seeded. */
final class Cases {
    static final int BATCH = 65_536;
    static final int DAYS = 1974;
    static final int CHARACTERS = 1024;

    private Cases() {}

    /** Parameters of the seed map: a, b, c, d. */
    static double[] seedPoint() {
        return new double[] {0.7, 0.4, -0.3, 0.5};
    }

    static double[] normal(int n, double deviation, long seed) {
        Random random = new Random(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }

    /** mu, omega, alpha, beta. */
    static double[] garchPoint() {
        return new double[] {-0.006, 0.011, 0.15, 0.8};
    }

    /** Characters of 14 bits. */
    static double[] characters(int n) {
        Random random = new Random(3);
        double[] bits = new double[14 * n];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextBoolean() ? 1 : 0;
        }
        return bits;
    }
}
