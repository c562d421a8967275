package dev.orbit.runtime.hipparchus;

import dev.orbit.runtime.Differentiable;
import java.util.Arrays;

/**
 * A function that remembers its last gradient, because Hipparchus asks for value and gradient apart, and here they are had
 * together. The value is bit for bit the same either way, so that what is remembered cannot be told from what is computed.
 */
final class LastPoint {
    private final Differentiable function;
    private final double[] point;
    private final double[] gradient;
    private boolean known;
    private double value;

    LastPoint(Differentiable function) {
        this.function = function;
        this.point = new double[function.size()];
        this.gradient = new double[function.size()];
    }

    int size() {
        return point.length;
    }

    /** @throws IllegalArgumentException if the point has another length than the function's size */
    void require(double[] x) {
        if (x.length != point.length) {
            throw new IllegalArgumentException(
                    "the point has " + x.length + " entries, the function " + point.length + " variables");
        }
    }

    double value(double[] x) {
        require(x);
        return at(x) ? value : function.value(x);
    }

    /** A fresh array. */
    double[] gradient(double[] x) {
        require(x);
        if (!at(x)) {
            known = false; // if the function throws, what is remembered is half written
            value = function.valueAndGradient(x, gradient);
            System.arraycopy(x, 0, point, 0, x.length);
            known = true;
        }
        return gradient.clone();
    }

    private boolean at(double[] x) {
        return known && Arrays.equals(x, point);
    }
}
