package dev.orbit.compiler.sample;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A minimum over a few scalars, found from a start close to it by Newton's method with the gradient under test; the second
 * derivatives are its differences, taken once.
 */
record Optimum(Map<String, double[]> parameters, Gradients.Result result) {
    private static final int STEPS = 8;
    private static final double STEP = 1e-5;

    static Optimum near(Gradients gradients, Map<String, Double> start, Example example) {
        List<String> names = gradients.parameters();
        double[] x = names.stream().mapToDouble(start::get).toArray();
        double[][] hessian = hessian(gradients, names, x, example);
        for (int n = 0; n < STEPS; n++) {
            double[] step = solve(hessian, slopes(gradients, names, x, example));
            for (int i = 0; i < x.length; i++) {
                x[i] -= step[i];
            }
        }
        Map<String, double[]> at = named(names, x);
        return new Optimum(at, gradients.at(at, example));
    }

    private static Map<String, double[]> named(List<String> names, double[] x) {
        Map<String, double[]> at = new LinkedHashMap<>();
        for (int i = 0; i < x.length; i++) {
            at.put(names.get(i), new double[] {x[i]});
        }
        return at;
    }

    private static double[] slopes(Gradients gradients, List<String> names, double[] x, Example example) {
        Map<String, double[]> gradient = gradients.at(named(names, x), example).gradient();
        return names.stream().mapToDouble(name -> gradient.get(name)[0]).toArray();
    }

    private static double[][] hessian(Gradients gradients, List<String> names, double[] x, Example example) {
        double[][] hessian = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += STEP * x[i];
            down[i] -= STEP * x[i];
            double[] above = slopes(gradients, names, up, example);
            double[] below = slopes(gradients, names, down, example);
            hessian[i] = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                hessian[i][j] = (above[j] - below[j]) / (up[i] - down[i]);
            }
        }
        return hessian;
    }

    /** Gauss's elimination; near a minimum the matrix is positive definite. */
    private static double[] solve(double[][] matrix, double[] b) {
        int n = b.length;
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                b[i] -= factor * b[k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                b[i] -= a[i][j] * b[j];
            }
            b[i] /= a[i][i];
        }
        return b;
    }
}
