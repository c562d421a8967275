package dev.orbit.fit;

import dev.orbit.runtime.Differentiable;

/**
 * The second derivatives of a function at a point, by central differences of its exact gradient, and their Cholesky factor
 * where they are positive definite.
 *
 * <p>Takes two gradients per variable. Entry {@code i} is moved by the cube root of the machine's precision times
 * {@code max(1, |x_i|)}, which balances rounding and curvature (Dennis and Schnabel, Numerical Methods for Unconstrained
 * Optimization and Nonlinear Equations, section 5.6): some ten digits are right where the function is well scaled.
 */
public final class Curvature {
    private static final double STEP = Math.cbrt(0x1p-52);
    private static final int SHORTENINGS = 20;

    private final double[][] hessian;
    private final double[][] factor;
    private final boolean positive;

    private Curvature(double[][] hessian) {
        this.hessian = hessian;
        this.factor = new double[hessian.length][hessian.length];
        this.positive = factorise();
    }

    /** The second derivatives at a point. Entries are NaN where no difference is finite. */
    public static Curvature at(Differentiable function, double[] point) {
        return at(function, Bounds.none(point.length), point);
    }

    /** As above, asking the function for nothing outside the bounds: beside one, the difference is one-sided. */
    public static Curvature at(Differentiable function, Bounds bounds, double[] point) {
        int size = function.size();
        double[][] hessian = new double[size][size];
        double[] moved = point.clone();
        double[] above = new double[size];
        double[] below = new double[size];
        for (int i = 0; i < size; i++) {
            double step = STEP * Math.max(1, Math.abs(point[i]));
            double width = Double.NaN;
            for (int j = 0; j < SHORTENINGS && Double.isNaN(width); j++, step /= 4) {
                moved[i] = bounds.nearest(i, point[i] + step);
                boolean finite = Vectors.finite(function.valueAndGradient(moved, above), above);
                double upper = moved[i];
                moved[i] = bounds.nearest(i, point[i] - step);
                finite &= Vectors.finite(function.valueAndGradient(moved, below), below);
                width = finite ? upper - moved[i] : Double.NaN;
            }
            moved[i] = point[i];
            for (int j = 0; j < size; j++) {
                hessian[i][j] = (above[j] - below[j]) / width;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i] = (hessian[i][j] + hessian[j][i]) / 2;
            }
        }
        return new Curvature(hessian);
    }

    private boolean factorise() {
        for (int i = 0; i < factor.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = hessian[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                // What is left of a diagonal entry after it was all but cancelled is rounding.
                if (i == j && !(sum > 0x1p-40 * hessian[i][i] && sum <= Double.MAX_VALUE)) {
                    return false;
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
        return true;
    }

    /** The matrix of second derivatives, symmetric, a fresh array of rows. */
    public double[][] hessian() {
        double[][] copy = hessian.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = hessian[i].clone();
        }
        return copy;
    }

    /** Whether the matrix is positive definite, beyond rounding: at a stationary point, whether that is a strict minimum. */
    public boolean positive() {
        return positive;
    }

    /**
     * Replaces a vector by the inverse matrix times the vector.
     *
     * @throws IllegalStateException if the matrix is not positive definite
     */
    public void solve(double[] vector) {
        if (!positive) {
            throw new IllegalStateException("the second derivatives are not positive definite");
        }
        int size = factor.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                vector[i] -= factor[i][j] * vector[j];
            }
            vector[i] /= factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int j = i + 1; j < size; j++) {
                vector[i] -= factor[j][i] * vector[j];
            }
            vector[i] /= factor[i][i];
        }
    }
}
