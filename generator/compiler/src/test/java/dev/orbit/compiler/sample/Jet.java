package dev.orbit.compiler.sample;

import dev.orbit.compiler.reference.DoubleDouble;
import dev.orbit.compiler.reference.Elementary;
import dev.orbit.compiler.reference.Special;

/**
 * A number of about 30 digits with its derivatives, as many digits each, by all unknowns of a problem at once: forward
 * differentiation by textbook rules. It shares nothing with the compiler.
 */
final class Jet {
    private static final double[] NONE = {};

    private final DoubleDouble value;
    private final double[] high;
    private final double[] low;

    private Jet(DoubleDouble value, double[] high, double[] low) {
        this.value = value;
        this.high = high;
        this.low = low;
    }

    static Jet of(double constant) {
        return of(DoubleDouble.of(constant));
    }

    static Jet of(DoubleDouble constant) {
        return new Jet(constant, NONE, NONE);
    }

    static Jet unknown(double value, int place, int unknowns) {
        double[] high = new double[unknowns];
        high[place] = 1;
        return new Jet(DoubleDouble.of(value), high, new double[unknowns]);
    }

    DoubleDouble value() {
        return value;
    }

    DoubleDouble slope(int place) {
        return high.length == 0 ? DoubleDouble.ZERO : new DoubleDouble(high[place], low[place]);
    }

    Jet plus(Jet y) {
        return combined(value.plus(y.value), DoubleDouble.ONE, y, DoubleDouble.ONE);
    }

    Jet plus(double y) {
        return plus(of(y));
    }

    Jet minus(Jet y) {
        return combined(value.minus(y.value), DoubleDouble.ONE, y, DoubleDouble.ONE.negated());
    }

    Jet minus(double y) {
        return minus(of(y));
    }

    Jet times(Jet y) {
        return combined(value.times(y.value), y.value, y, value);
    }

    Jet times(double y) {
        return times(of(y));
    }

    Jet over(Jet y) {
        DoubleDouble quotient = value.over(y.value);
        DoubleDouble inverse = y.value.reciprocal();
        return combined(quotient, inverse, y, quotient.times(inverse).negated());
    }

    Jet over(double y) {
        return over(of(y));
    }

    Jet negated() {
        return of(0).minus(this);
    }

    Jet squared() {
        return times(this);
    }

    Jet exp() {
        DoubleDouble e = Elementary.exp(value);
        return mapped(e, e);
    }

    Jet log() {
        return mapped(Elementary.log(value), value.reciprocal());
    }

    Jet tanh() {
        DoubleDouble t = Elementary.tanh(value);
        return mapped(t, DoubleDouble.ONE.minus(t.squared()));
    }

    Jet sigmoid() {
        DoubleDouble s = Special.sigmoid(value);
        return mapped(s, s.times(DoubleDouble.ONE.minus(s)));
    }

    private Jet mapped(DoubleDouble result, DoubleDouble derivative) {
        return combined(result, derivative, of(0), DoubleDouble.ZERO);
    }

    /** This result, its derivatives by {@code p} times those of this number and {@code q} times those of {@code y}. */
    private Jet combined(DoubleDouble result, DoubleDouble p, Jet y, DoubleDouble q) {
        int unknowns = Math.max(high.length, y.high.length);
        if (unknowns == 0) {
            return of(result);
        }
        Jet sum = new Jet(result, new double[unknowns], new double[unknowns]);
        sum.add(p, this);
        sum.add(q, y);
        return sum;
    }

    /** Only while this number is being made. */
    private void add(DoubleDouble factor, Jet x) {
        double f = factor.high();
        double g = factor.low();
        for (int i = 0; i < x.high.length; i++) {
            double product = f * x.high[i];
            double rest = Math.fma(f, x.high[i], -product) + (f * x.low[i] + g * x.high[i]);
            double s = high[i] + product;
            double b = s - high[i];
            double error = (high[i] - (s - b)) + (product - b) + (low[i] + rest);
            high[i] = s + error;
            low[i] = error - (high[i] - s);
        }
    }
}
