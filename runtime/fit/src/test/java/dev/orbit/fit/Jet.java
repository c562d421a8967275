package dev.orbit.fit;

/** A number with its gradient: forward differentiation, so that test functions need no derivatives by hand. */
record Jet(double value, double[] gradient) {
    static Jet constant(double value, int size) {
        return new Jet(value, new double[size]);
    }

    static Jet[] variables(double[] point) {
        Jet[] all = new Jet[point.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = constant(point[i], point.length);
            all[i].gradient[i] = 1;
        }
        return all;
    }

    private Jet chain(double newValue, double slope, double otherSlope, double[] other) {
        double[] result = new double[gradient.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = slope * gradient[i] + otherSlope * other[i];
        }
        return new Jet(newValue, result);
    }

    private Jet map(double newValue, double slope) {
        return chain(newValue, slope, 0, gradient);
    }

    Jet plus(Jet other) {
        return chain(value + other.value, 1, 1, other.gradient);
    }

    Jet plus(double other) {
        return map(value + other, 1);
    }

    Jet minus(Jet other) {
        return chain(value - other.value, 1, -1, other.gradient);
    }

    Jet minus(double other) {
        return plus(-other);
    }

    Jet times(Jet other) {
        return chain(value * other.value, other.value, value, other.gradient);
    }

    Jet times(double other) {
        return map(value * other, other);
    }

    Jet over(Jet other) {
        return chain(value / other.value, 1 / other.value, -value / other.value / other.value, other.gradient);
    }

    Jet squared() {
        return times(this);
    }

    Jet exp() {
        double e = Math.exp(value);
        return map(e, e);
    }

    Jet log() {
        return map(Math.log(value), 1 / value);
    }

    Jet sqrt() {
        double root = Math.sqrt(value);
        return map(root, 0.5 / root);
    }

    Jet sin() {
        return map(Math.sin(value), Math.cos(value));
    }

    Jet cos() {
        return map(Math.cos(value), -Math.sin(value));
    }

    Jet power(double exponent) {
        return map(Math.pow(value, exponent), exponent * Math.pow(value, exponent - 1));
    }

    /** The angle of a point in the plane as a part of the full turn, in (-1/4, 3/4), as the helical valley takes it. */
    static Jet turn(Jet x, Jet y) {
        double r2 = x.value * x.value + y.value * y.value;
        double angle = Math.atan(y.value / x.value) + (x.value < 0 ? Math.PI : 0);
        return x.chain(angle / (2 * Math.PI), -y.value / r2 / (2 * Math.PI), x.value / r2 / (2 * Math.PI), y.gradient);
    }
}
