package dev.orbit.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.fit.Observer;
import dev.orbit.runtime.Objective;
import org.junit.jupiter.api.Test;

class TrainGruTest {
    /** On sequences that it has not seen. Who says nothing but zeros has 0.64. */
    @Test
    void itRemembers() {
        double[] trained = TrainGru.train(40, Observer.none());
        Objective fresh = TrainGru.objective(TrainGru.sequences(256, 4));
        assertTrue(fresh.value(TrainGru.start(2)) > 0.5);
        assertTrue(fresh.value(trained) < 0.03, () -> "mean squared error " + fresh.value(trained));
    }

    @Test
    void theSameSeedsGiveTheSameBits() {
        assertArrayEquals(TrainGru.train(2, Observer.none()), TrainGru.train(2, Observer.none()));
    }
}
