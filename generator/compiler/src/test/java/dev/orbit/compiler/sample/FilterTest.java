package dev.orbit.compiler.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Kalman filters and the hidden Markov model against the same likelihoods in another form. */
class FilterTest {
    @Test
    void localLinearTrendOfTheNile() throws IOException {
        double[] flow = Series.column("Nile.csv", 0);
        Map<String, double[]> at = new LinkedHashMap<>();
        at.put("s2_eps", new double[] {14500});
        at.put("s2_level", new double[] {1300});
        at.put("s2_slope", new double[] {2.5});

        Proof proof = Proof.of(
                Gradients.of("LocalLinearTrend", Map.of()),
                at,
                Filters::localLinearTrend,
                Example.ofSteps(flow.length).with("y", flow));

        Bounds.hold(proof, 1e-13, 3);
    }

    @Test
    void multivariateKalmanWithMissingObservations() throws IOException {
        Gradients gradients = Gradients.of("MultivariateKalman", Map.of("n", 3, "m", 2));
        Draws draws = new Draws(4);
        Map<String, double[]> at = draws.parameters(gradients, 0.6);
        at.put("q", draws.uniform(3, 0.1, 1));
        at.put("r", draws.uniform(2, 0.1, 1));
        Example[] examples = new Example[3];
        for (int i = 0; i < examples.length; i++) {
            double[] y = draws.uniform(2 * 25, -2, 2);
            // A row that is not there at all, one of which a half is not there, and the last.
            Arrays.fill(y, 2 * i, 2 * i + 2, Double.NaN);
            y[30 + i] = Double.NaN;
            y[49] = Double.NaN;
            examples[i] = Example.ofSteps(25).with("y", y);
        }

        Bounds.hold(Proof.of(gradients, at, Filters::multivariate, examples), 1e-13, 9 + 6 + 3 + 2 + 3);
    }

    @Test
    void hiddenMarkovModelOfThreeRegimes() throws IOException {
        Gradients gradients = Gradients.of("GaussianHmm", Map.of("k", 3));
        Draws draws = new Draws(5);
        Map<String, double[]> at = draws.parameters(gradients, 1.2);
        Example[] examples = new Example[3];
        for (int i = 0; i < examples.length; i++) {
            examples[i] = Example.ofSteps(40).with("y", draws.uniform(40, -2, 2));
        }

        Bounds.hold(Proof.of(gradients, at, Filters::hiddenMarkov, examples), 1e-13, 3 + 9 + 3 + 3);
    }

    /** Far apart, the densities of a step underflow; their logarithms do not. */
    @Test
    void hiddenMarkovModelFarFromItsData() throws IOException {
        Gradients gradients = Gradients.of("GaussianHmm", Map.of("k", 2));
        Map<String, double[]> at = new Draws(6).parameters(gradients, 1);
        at.put("log_sd", new double[] {-4, -5});

        Gradients.Result result = gradients.at(at, Example.ofSteps(3).with("y", 10, -10, 10));

        assertEquals(true, Double.isFinite(result.loss()) && result.loss() > 1e5);
        result.gradient()
                .values()
                .forEach(
                        entries -> Arrays.stream(entries).forEach(entry -> assertEquals(true, Double.isFinite(entry))));
    }
}
