package dev.orbit.runtime;

/** Draws matrices with orthonormal rows or columns. */
final class Orthonormal {
    /** Twice is enough (Giraud, Langou and Rozloznik, "The loss of orthogonality in the Gram-Schmidt process", 2005). */
    private static final int ROUNDS = 2;

    private Orthonormal() {}

    /** Rows times columns entries, row-major. */
    static double[] draw(int rows, int columns, SplitMix random) {
        boolean wide = rows <= columns;
        int count = Math.min(rows, columns);
        double[][] vectors = new double[count][Math.max(rows, columns)];
        for (int i = 0; i < count; i++) {
            do {
                for (int j = 0; j < vectors[i].length; j++) {
                    vectors[i][j] = random.normal();
                }
            } while (!unite(vectors, i));
        }
        double[] entries = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                entries[i * columns + j] = wide ? vectors[i][j] : vectors[j][i];
            }
        }
        return entries;
    }

    /** Makes a vector orthogonal to those before and of length 1; returns whether it was independent of them. */
    private static boolean unite(double[][] vectors, int last) {
        double[] vector = vectors[last];
        double whole = dot(vector, vector);
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k < last; k++) {
                add(-dot(vectors[k], vector), vectors[k], vector);
            }
        }
        double rest = dot(vector, vector);
        add(1 / Math.sqrt(rest) - 1, vector.clone(), vector);
        return rest > 1e-20 * whole;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double factor, double[] vector, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] += factor * vector[i];
        }
    }
}
