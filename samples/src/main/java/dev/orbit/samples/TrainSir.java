package dev.orbit.samples;

import dev.orbit.fit.Fit;
import dev.orbit.fit.Fitted;
import dev.orbit.runtime.Objective;
import java.util.Map;

/** Influenza in an English boarding school, 1978: how fast it spreads, and how fast one recovers. */
public final class TrainSir {
    private TrainSir() {}

    static Objective objective() {
        return new Sir().objective(Sir.examples(Table.of("influenza-1978.csv").numbers("in_bed")));
    }

    /** From one infection and half a recovery a day. */
    static Fitted fit() {
        return Fit.of(objective()).from(new Sir().parameters().vector(Map.of("beta", 1, "gamma", 0.5)));
    }

    public static void main(String[] args) {
        Fitted fitted = fit();
        double beta = fitted.parameters()[0];
        double gamma = fitted.parameters()[1];
        System.out.printf(
                "beta %.9f, gamma %.9f a day: each infects %.2f others at first; sum of squares %.6f%n",
                beta, gamma, beta / gamma, fitted.loss());
    }
}
