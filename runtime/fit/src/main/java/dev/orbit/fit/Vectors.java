package dev.orbit.fit;

/** Vectors as plain arrays. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** {@code into += factor * vector}. */
    static void add(double factor, double[] vector, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] += factor * vector[i];
        }
    }

    /** The same in the first {@code count} entries. */
    static void add(double factor, double[] vector, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] += factor * vector[i];
        }
    }

    /** The greatest absolute entry; NaN if one is NaN. */
    static double norm(double[] vector) {
        double norm = 0;
        for (double entry : vector) {
            norm = Math.max(norm, Math.abs(entry));
        }
        return norm;
    }

    static boolean finite(double value, double[] gradient) {
        return Double.isFinite(value) && Double.isFinite(norm(gradient));
    }
}
