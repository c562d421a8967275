package dev.orbit.fit;

/**
 * The last few steps and the changes of the gradient along them, from which L-BFGS builds its model of the curvature
 * (Nocedal, "Updating quasi-Newton matrices with limited storage", 1980).
 */
final class Corrections {
    /** A pair whose curvature is smaller than this part of {@code |y|^2} is rounding, not curvature. */
    private static final double LEAST_CURVATURE = 0x1p-52;

    private final double[][] steps;
    private final double[][] changes;
    private final double[] curvatures;
    private final double[] weights;
    private int count;
    private double scale = 1;

    Corrections(int size, int memory) {
        this.steps = new double[memory][size];
        this.changes = new double[memory][size];
        this.curvatures = new double[memory];
        this.weights = new double[memory];
    }

    int count() {
        return count;
    }

    /** Step {@code i}, the oldest first. */
    double[] step(int i) {
        return steps[i];
    }

    /** The change of the gradient along step {@code i}. */
    double[] change(int i) {
        return changes[i];
    }

    /** {@code step(i) . change(i)}, which is positive. */
    double curvature(int i) {
        return curvatures[i];
    }

    /** The curvature of the model where it knows nothing: {@code y . y / s . y} of the last pair. */
    double scale() {
        return scale;
    }

    void clear() {
        count = 0;
        scale = 1;
    }

    /** Keeps the step between two points and gradients, unless the function curves the wrong way along it. */
    void add(double[] from, double[] to, double[] gradientFrom, double[] gradientTo) {
        double curvature = 0;
        double length = 0;
        for (int i = 0; i < from.length; i++) {
            double change = gradientTo[i] - gradientFrom[i];
            curvature += (to[i] - from[i]) * change;
            length += change * change;
        }
        if (!(curvature > LEAST_CURVATURE * length && length / curvature <= Double.MAX_VALUE)) {
            return;
        }
        int last = count < steps.length ? count : oldestGone();
        for (int i = 0; i < from.length; i++) {
            steps[last][i] = to[i] - from[i];
            changes[last][i] = gradientTo[i] - gradientFrom[i];
        }
        curvatures[last] = curvature;
        scale = length / curvature;
        count = last + 1;
    }

    /** Moves the pairs to the front by one; the arrays of the oldest go to the end, to be used again. */
    private int oldestGone() {
        int last = steps.length - 1;
        double[] s = steps[0];
        double[] y = changes[0];
        System.arraycopy(steps, 1, steps, 0, last);
        System.arraycopy(changes, 1, changes, 0, last);
        System.arraycopy(curvatures, 1, curvatures, 0, last);
        steps[last] = s;
        changes[last] = y;
        return last;
    }

    /** The quasi-Newton direction without bounds: minus the inverse of the model times the gradient, by two loops. */
    void direction(double[] gradient, double[] direction) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -gradient[i];
        }
        for (int i = count - 1; i >= 0; i--) {
            weights[i] = Vectors.dot(steps[i], direction) / curvatures[i];
            Vectors.add(-weights[i], changes[i], direction);
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= scale;
        }
        for (int i = 0; i < count; i++) {
            double weight = Vectors.dot(changes[i], direction) / curvatures[i];
            Vectors.add(weights[i] - weight, steps[i], direction);
        }
    }
}
