package dev.orbit.runtime;

/** Evaluates polynomials. */
final class Polynomial {
    private Polynomial() {}

    /** The polynomial with these coefficients, lowest first, from index {@code first}, at t. */
    static double at(double[] coefficients, int first, double t) {
        double sum = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= first; i--) {
            sum = sum * t + coefficients[i];
        }
        return sum;
    }
}
