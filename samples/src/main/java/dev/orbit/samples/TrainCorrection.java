package dev.orbit.samples;

import dev.orbit.fit.Fit;
import dev.orbit.fit.Fitted;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.Objective;
import java.util.Arrays;

/**
 * Teaches an existing model what it leaves out: {@link FreeFall} knows no air. The correction begins as nothing at all, so
 * that training can only make the model better.
 */
public final class TrainCorrection {
    private TrainCorrection() {}

    /** What was measured: with air, the speed tends to the terminal speed. */
    static Examples examples() {
        double[] times = new double[41];
        Arrays.setAll(times, i -> i / 20.0);
        return Correction.examples(
                times,
                new double[times.length],
                Arrays.stream(times).map(StrictMath::tanh).toArray());
    }

    static Correction model() {
        return new Correction(new FreeFall());
    }

    static Objective objective() {
        return model().objective(examples()).mean();
    }

    static Fitted fit() {
        return Fit.of(objective()).from(Correction.init("gentle"));
    }

    public static void main(String[] args) {
        Fitted fitted = fit();
        System.out.println("mean squared error before " + objective().value(Correction.init("gentle")));
        System.out.println("mean squared error after  " + fitted.loss());
    }
}
