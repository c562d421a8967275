package dev.orbit.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.fit.Fit;
import dev.orbit.fit.Fitted;
import dev.orbit.runtime.Examples;
import org.junit.jupiter.api.Test;

/** Fits to simulated data find what the data were simulated with, within three standard errors. */
class RecoveryTest {
    @Test
    void garch() {
        double[] returns = TrainGarch.simulate(20_000, 1);
        recovered(TrainGarch.fit(returns), TrainGarch.start(returns), TrainGarch.TRUTH);
    }

    /** Data with a minimum that an independent program found. */
    @Test
    void garchOfTheSample() {
        double[] returns = Table.of("returns.csv").numbers("return");
        Fitted fitted = TrainGarch.fit(returns).from(TrainGarch.start(returns));
        assertEquals(1025.0798903926413, fitted.loss(), 1e-9);
        double[] minimum = {0.06702380345567008, 0.037742427659123966, 0.039099908059937294, 0.9409040608857633};
        for (int i = 0; i < minimum.length; i++) {
            assertEquals(minimum[i], fitted.parameters()[i], 1e-8 * minimum[i]);
        }
    }

    @Test
    void rescorlaWagner() {
        Examples examples = TrainRescorlaWagner.simulate(50, 200, 1);
        double[] truth = {TrainRescorlaWagner.ALPHA, TrainRescorlaWagner.TAU, 0, 0, 0, 0};
        recovered(TrainRescorlaWagner.fit(examples), TrainRescorlaWagner.start(), truth);
    }

    private static void recovered(Fit fit, double[] start, double[] truth) {
        Fitted fitted = fit.from(start);
        double[] errors = fit.standardErrors(fitted.parameters()).orElseThrow();
        for (int i = 0; i < truth.length; i++) {
            assertEquals(truth[i], fitted.parameters()[i], 3 * errors[i]);
        }
    }
}
