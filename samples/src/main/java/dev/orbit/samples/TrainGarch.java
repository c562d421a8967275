package dev.orbit.samples;

import dev.orbit.fit.Fit;
import dev.orbit.fit.Fitted;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** Returns simulated with known parameters, and the parameters that a fit reads from them. */
public final class TrainGarch {
    /** mu, omega, alpha, beta. */
    static final double[] TRUTH = {0.05, 0.1, 0.1, 0.8};

    private TrainGarch() {}

    /** Of a process that has forgotten where it began. */
    static double[] simulate(int count, long seed) {
        double[] returns = new double[count];
        Random random = new Random(seed);
        double variance = TRUTH[1] / (1 - TRUTH[2] - TRUTH[3]);
        for (int i = -1000; i < count; i++) {
            double shock = Math.sqrt(variance) * random.nextGaussian();
            variance = TRUTH[1] + TRUTH[2] * shock * shock + TRUTH[3] * variance;
            if (i >= 0) {
                returns[i] = TRUTH[0] + shock;
            }
        }
        return returns;
    }

    static Fit fit(double[] returns) {
        return Fit.of(new Garch().objective(Garch.examples(returns)));
    }

    /** No mean, and a variance that hardly moves. */
    static double[] start(double[] returns) {
        double variance = Table.variance(returns);
        return new Garch().parameters().vector(Map.of("mu", 0, "omega", variance / 2, "alpha", 0.1, "beta", 0.4));
    }

    public static void main(String[] args) {
        double[] returns = simulate(20_000, 1);
        Fit fit = fit(returns);
        Fitted fitted = fit.from(start(returns));
        System.out.println("truth          " + Arrays.toString(TRUTH));
        System.out.println("fitted         " + Arrays.toString(fitted.parameters()));
        fit.standardErrors(fitted.parameters())
                .ifPresent(errors -> System.out.println("standard error " + Arrays.toString(errors)));
    }
}
