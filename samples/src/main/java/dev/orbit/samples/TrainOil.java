package dev.orbit.samples;

import dev.orbit.fit.Fit;
import dev.orbit.fit.Fitted;
import dev.orbit.runtime.Objective;
import java.util.Map;

/** Saudi oil production by simple exponential smoothing, and a forecast of the year after. */
public final class TrainOil {
    private TrainOil() {}

    static Objective objective() {
        return new Oil().objective(Oil.examples(Table.of("oil.csv").numbers()));
    }

    /** The past counts as much as the present, and the level begins at the mean. */
    static Fitted fit() {
        double mean = Table.mean(Table.of("oil.csv").numbers());
        return Fit.of(objective()).from(new Oil().parameters().vector(Map.of("alpha", 0.5, "l0", mean)));
    }

    public static void main(String[] args) {
        Fitted fitted = fit();
        System.out.printf(
                "alpha %.8f, l0 %.8f, sum of squares %.8f%n",
                fitted.parameters()[0], fitted.parameters()[1], fitted.loss());
    }
}
