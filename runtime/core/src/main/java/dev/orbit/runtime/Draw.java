package dev.orbit.runtime;

import java.util.Arrays;

/**
 * How a named {@link Start} makes one parameter: entries that are given, or drawn from a distribution. Sums, products, square
 * roots and {@link StrictMath} alone are used, so that a seed gives the same bits on every machine.
 *
 * <pre>{@code
 * Start.of("random", Draw.at(0.5), Draw.filled(64, 0), Draw.glorot(64, 16), Draw.uniform(1, 0, 2).within(0, 1))
 * }</pre>
 */
public final class Draw {
    private static final int ATTEMPTS = 1000;

    /** Fills a fresh array, with entries inside an open interval where they are drawn one by one. */
    @FunctionalInterface
    private interface Filling {
        double[] fill(SplitMix random, double lower, double upper);
    }

    /** One number. */
    @FunctionalInterface
    private interface Source {
        double next(SplitMix random);
    }

    private final int size;
    private final boolean random;
    private final Filling filling;
    private final double lower;
    private final double upper;

    private Draw(int size, boolean random, Filling filling, double lower, double upper) {
        this.size = size;
        this.random = random;
        this.filling = filling;
        this.lower = lower;
        this.upper = upper;
    }

    private static Draw of(int size, boolean random, Filling filling) {
        return new Draw(size, random, filling, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** All entries given, row-major. */
    public static Draw at(double... entries) {
        double[] copy = entries.clone();
        return of(copy.length, false, (random, lower, upper) -> copy.clone());
    }

    /** All entries equal. */
    public static Draw filled(int size, double value) {
        return of(size, false, (random, lower, upper) -> {
            double[] entries = new double[size];
            Arrays.fill(entries, value);
            return entries;
        });
    }

    /** Entries drawn independently from a normal distribution. */
    public static Draw normal(int size, double mean, double deviation) {
        return independent(size, "normal", random -> mean + deviation * random.normal());
    }

    /** Entries drawn independently and uniformly from {@code low} to {@code high}. */
    public static Draw uniform(int size, double low, double high) {
        return independent(size, "uniform", random -> between(low, high, random.unit()));
    }

    /**
     * Entries of a matrix drawn independently and uniformly from +-sqrt(6 / (rows + columns)) (Glorot and Bengio,
     * "Understanding the difficulty of training deep feedforward neural networks", 2010, formula 16).
     */
    public static Draw glorot(int rows, int columns) {
        double limit = Math.sqrt(6.0 / (rows + columns));
        return independent(rows * columns, "glorot", random -> between(-limit, limit, random.unit()));
    }

    /**
     * A matrix with orthonormal rows or columns, whichever are fewer, uniformly distributed (Saxe, McClelland and Ganguli,
     * "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", 2014): normal numbers, made
     * orthonormal by Gram and Schmidt's method, with the positive signs that make it uniform (Mezzadri, "How to generate random
     * matrices from the classical compact groups", 2007).
     */
    public static Draw orthogonal(int rows, int columns) {
        return of(rows * columns, true, (random, lower, upper) -> Orthonormal.draw(rows, columns, random));
    }

    /**
     * The same where entries that are drawn independently are drawn anew until they lie inside an open interval. Given entries
     * and orthogonal matrices stay as they are.
     */
    public Draw within(double least, double greatest) {
        return new Draw(size, random, filling, least, greatest);
    }

    private static Draw independent(int size, String name, Source source) {
        return of(size, true, (random, lower, upper) -> {
            double[] entries = new double[size];
            for (int i = 0; i < size; i++) {
                entries[i] = inside(source, random, lower, upper, name);
            }
            return entries;
        });
    }

    private static double inside(Source source, SplitMix random, double lower, double upper, String name) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double drawn = source.next(random);
            if (lower < drawn && drawn < upper) {
                return drawn;
            }
        }
        throw new IllegalArgumentException("of " + ATTEMPTS + " numbers drawn by " + name + "(...) none is inside ("
                + lower + ", " + upper + "), the interval of the parameter");
    }

    /** From {@code low} to {@code high}, also where their difference overflows. */
    private static double between(double low, double high, double part) {
        return low * (1 - part) + high * part;
    }

    boolean random() {
        return random;
    }

    /** All parameters, in order, from one seed; a fresh array. */
    static double[] vector(Draw[] draws, long seed) {
        SplitMix random = new SplitMix(seed);
        double[] vector =
                new double[Arrays.stream(draws).mapToInt(draw -> draw.size).sum()];
        int at = 0;
        for (Draw draw : draws) {
            System.arraycopy(draw.filling.fill(random, draw.lower, draw.upper), 0, vector, at, draw.size);
            at += draw.size;
        }
        return vector;
    }
}
