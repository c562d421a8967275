package dev.orbit.samples;

import dev.orbit.fit.Fit;
import dev.orbit.fit.Fitted;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.Objective;
import java.util.Map;

/** Airline passengers by Holt and Winters' smoothing, and a forecast of the year after. */
public final class TrainHoltWinters {
    private TrainHoltWinters() {}

    static Examples examples() {
        double[] passengers = Table.of("AirPassengers.csv").numbers();
        Decomposition start = Decomposition.of(passengers, 12);
        return HoltWinters.examples(
                passengers, new double[] {start.level()}, new double[] {start.slope()}, start.season());
    }

    static Objective objective() {
        return new HoltWinters().objective(examples());
    }

    /** From one half each. */
    static Fitted fit() {
        double[] start = new HoltWinters().parameters().vector(Map.of("alpha", 0.5, "beta", 0.5, "gamma", 0.5));
        return Fit.of(objective()).from(start);
    }

    public static void main(String[] args) {
        Fitted fitted = fit();
        System.out.printf(
                "alpha %.8f, beta %.8f, gamma %.8f, sum of squares %.8f%n",
                fitted.parameters()[0], fitted.parameters()[1], fitted.parameters()[2], fitted.loss());
    }
}
