package dev.orbit.runtime;

import java.util.Optional;

/**
 * One declared parameter: its names, shape, interval and start value. Made by {@link #of} and the methods that each give a
 * changed copy:
 *
 * <pre>{@code
 * Parameter.of("alpha").in(0, 1, "(0, 1)").startingAt(0.5)
 * Parameter.of("W", 64, 16)
 * Parameter.of("class").called("class_")
 * }</pre>
 */
public final class Parameter {
    private final String name;
    private final String javaName;
    private final Shape shape;
    private final Interval interval;
    private final double[] start;

    private Parameter(String name, String javaName, Shape shape, Interval interval, double[] start) {
        this.name = name;
        this.javaName = javaName;
        this.shape = shape;
        this.interval = interval;
        this.start = start;
    }

    /**
     * A parameter on the whole line, without a start value.
     *
     * @param name as in the spec
     * @param extents none for a scalar, one for a vector, two for a matrix
     */
    public static Parameter of(String name, int... extents) {
        return new Parameter(name, name, Shape.of(extents), Interval.WHOLE_LINE, new double[0]);
    }

    /** The same parameter where the emitted class has another name for it. */
    public Parameter called(String otherName) {
        return new Parameter(name, otherName, shape, interval, start);
    }

    /** The same parameter, each entry inside an open interval with constant bounds, which may be infinite. */
    public Parameter in(double lower, double upper, String text) {
        return new Parameter(name, javaName, shape, Interval.between(lower, upper, text), start);
    }

    /** The same parameter, each entry inside an open interval whose bounds depend on earlier parameters. */
    public Parameter in(String text) {
        return new Parameter(name, javaName, shape, Interval.dependent(text), start);
    }

    /**
     * The same parameter with a start value.
     *
     * @param values one number that fills the shape, or all entries row-major
     * @throws IllegalArgumentException if there are neither one nor as many values as entries
     */
    public Parameter startingAt(double... values) {
        if (values.length != 1 && values.length != shape.size()) {
            throw new IllegalArgumentException("the start of " + name + shape + " has " + values.length + " values");
        }
        return new Parameter(name, javaName, shape, interval, values.clone());
    }

    /** The name in the spec. */
    public String name() {
        return name;
    }

    /** The name in the emitted class. */
    public String javaName() {
        return javaName;
    }

    public Shape shape() {
        return shape;
    }

    public Interval interval() {
        return interval;
    }

    /** The start value, all entries row-major, a fresh array; empty if the spec gives none. */
    public Optional<double[]> start() {
        if (start.length == 0 && shape.size() > 0) {
            return Optional.empty();
        }
        double[] all = new double[shape.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = start.length == 1 ? start[0] : start[i];
        }
        return Optional.of(all);
    }

    /** As in the spec: name, shape, interval. */
    @Override
    public String toString() {
        return name + shape + (interval.bounded() ? " in " + interval.text() : "");
    }
}
