package dev.orbit.samples;

import dev.orbit.fit.Fit;
import dev.orbit.fit.Fitted;
import dev.orbit.runtime.Objective;
import java.util.Map;

/** The Nile by a local level model: how much of its variation is noise, and how much stays. */
public final class TrainNile {
    private TrainNile() {}

    static Objective objective() {
        return new Nile().objective(Nile.examples(Table.of("Nile.csv").numbers()));
    }

    /** From a half of the variance each. */
    static Fitted fit() {
        double half = Table.variance(Table.of("Nile.csv").numbers()) / 2;
        return Fit.of(objective()).from(new Nile().parameters().vector(Map.of("s2_eps", half, "s2_eta", half)));
    }

    public static void main(String[] args) {
        Fitted fitted = fit();
        System.out.printf(
                "variance of the noise %.6f, of the level's steps %.6f, log-likelihood %.9f%n",
                fitted.parameters()[0], fitted.parameters()[1], -fitted.loss());
    }
}
