package dev.orbit.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A learned correction on top of a model that was there before. */
class TrainCorrectionTest {
    /**
     * The loss against what the old model says is zero to the last bit. (A difference in the last place of a number near one
     * has a square of some 1e-32, which is not zero.)
     */
    @Test
    void beforeTrainingItSaysWhatTheOldModelSays() {
        FreeFall old = new FreeFall();
        for (String start : new String[] {"zero", "gentle"}) {
            for (double time = 0.05; time < 3; time += 0.05) {
                double said = old.value(time);
                assertEquals(0.0, TrainCorrection.model().loss(Correction.init(start), time, 0, said));
            }
        }
    }

    /** The loss has several minima; which one a fit meets may hang on a last bit. */
    @Test
    void afterItTheLossHasFallen() {
        double before = TrainCorrection.objective().value(Correction.init("gentle"));
        double after = TrainCorrection.fit().loss();
        assertTrue(after < before / 10, before + " to " + after);
    }
}
