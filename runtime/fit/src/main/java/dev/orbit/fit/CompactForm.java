package dev.orbit.fit;

import java.util.Arrays;

/**
 * The L-BFGS model of the second derivatives as {@code scale I - W M W'}, where row {@code i} of {@code W} holds entry
 * {@code i} of the gradient's changes and of the scaled steps (Byrd, Nocedal and Schnabel, "Representations of quasi-Newton
 * matrices and their use in limited memory methods", 1994).
 */
final class CompactForm {
    private final Corrections corrections;
    private final LinearSystem middle;
    private final LinearSystem reduced;
    private final double[][] inverse;
    private final double[][] products;
    private final double[] row;
    private int width;

    CompactForm(Corrections corrections, int memory) {
        this.corrections = corrections;
        this.middle = new LinearSystem(2 * memory);
        this.reduced = new LinearSystem(2 * memory);
        this.inverse = new double[2 * memory][2 * memory];
        this.products = new double[2 * memory][2 * memory];
        this.row = new double[2 * memory];
    }

    /** Columns of {@code W}. */
    int width() {
        return width;
    }

    double scale() {
        return corrections.scale();
    }

    /** Builds {@code M}'s inverse from the corrections. Returns whether it is regular. */
    boolean build() {
        int count = corrections.count();
        width = 2 * count;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double below = i > j ? Vectors.dot(corrections.step(i), corrections.change(j)) : 0;
                inverse[i][j] = i == j ? -corrections.curvature(i) : 0;
                inverse[count + i][j] = below;
                inverse[j][count + i] = below;
                double steps = Vectors.dot(corrections.step(i), corrections.step(j));
                inverse[count + i][count + j] = scale() * steps;
            }
        }
        middle.resize(width);
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                middle.put(i, j, inverse[i][j]);
            }
        }
        return middle.factor();
    }

    /** Row {@code i} of {@code W}; the array is used again by the next call. */
    double[] row(int i) {
        int count = corrections.count();
        for (int j = 0; j < count; j++) {
            row[j] = corrections.change(j)[i];
            row[count + j] = scale() * corrections.step(j)[i];
        }
        return row;
    }

    /** {@code vector = M vector}. */
    void multiply(double[] vector) {
        middle.solve(vector);
    }

    /**
     * {@code vector = (M^-1 - W'W / scale)^-1 vector} with the rows of {@code W} that are free; by the Woodbury identity that
     * inverts the model on the free variables.
     *
     * @return whether it could be done
     */
    boolean solveReduced(boolean[] free, double[] vector) {
        for (int a = 0; a < width; a++) {
            Arrays.fill(products[a], 0, width, 0);
        }
        for (int i = 0; i < free.length; i++) {
            if (free[i]) {
                double[] w = row(i);
                for (int a = 0; a < width; a++) {
                    for (int b = 0; b <= a; b++) {
                        products[a][b] += w[a] * w[b];
                    }
                }
            }
        }
        reduced.resize(width);
        for (int a = 0; a < width; a++) {
            for (int b = 0; b < width; b++) {
                double product = a < b ? products[b][a] : products[a][b];
                reduced.put(a, b, inverse[a][b] - product / scale());
            }
        }
        if (!reduced.factor()) {
            return false;
        }
        reduced.solve(vector);
        return true;
    }
}
