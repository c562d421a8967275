package dev.orbit.runtime;

import java.util.Arrays;
import java.util.function.LongFunction;

/** A named start of the spec: a parameter vector, the same each time or drawn from a seed. */
public final class Start {
    private final String name;
    private final boolean random;
    private final LongFunction<double[]> values;

    private Start(String name, boolean random, LongFunction<double[]> values) {
        this.name = name;
        this.random = random;
        this.values = values;
    }

    /** A start that is the same each time. */
    public static Start at(String name, double... parameters) {
        double[] copy = parameters.clone();
        return new Start(name, false, seed -> copy.clone());
    }

    /**
     * A start that is made parameter by parameter; the same seed gives the same vector on every machine.
     *
     * @param draws one for each parameter, in order of declaration
     */
    public static Start of(String name, Draw... draws) {
        Draw[] copy = draws.clone();
        return new Start(name, Arrays.stream(copy).anyMatch(Draw::random), seed -> Draw.vector(copy, seed));
    }

    /**
     * A start that is drawn.
     *
     * @param parameters from a seed to a fresh parameter vector; the same seed gives the same vector on every machine
     */
    public static Start drawn(String name, LongFunction<double[]> parameters) {
        return new Start(name, true, parameters);
    }

    /** The name in the spec. */
    public String name() {
        return name;
    }

    /** Whether the seed matters. */
    public boolean random() {
        return random;
    }

    /** The parameter vector, a fresh array. */
    public double[] parameters(long seed) {
        return values.apply(seed);
    }
}
