package dev.orbit.fit;

/** A small square system, solved by Gaussian elimination with row exchanges in arrays that are kept. */
final class LinearSystem {
    private final double[][] rows;
    private final double[] moved;
    private final int[] order;
    private int size;

    LinearSystem(int capacity) {
        this.rows = new double[capacity][capacity];
        this.moved = new double[capacity];
        this.order = new int[capacity];
    }

    /** Begins a system of this size; its entries are then written with {@link #put}. */
    void resize(int unknowns) {
        size = unknowns;
    }

    void put(int row, int column, double entry) {
        rows[row][column] = entry;
    }

    /** Factors what was written. Returns whether it can be solved. */
    boolean factor() {
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) {
                    pivot = i;
                }
            }
            double[] row = rows[pivot];
            rows[pivot] = rows[k];
            rows[k] = row;
            int from = order[pivot];
            order[pivot] = order[k];
            order[k] = from;
            if (!(Math.abs(row[k]) > 0 && Math.abs(row[k]) <= Double.MAX_VALUE)) {
                return false;
            }
            eliminate(k, row);
        }
        return true;
    }

    private void eliminate(int k, double[] row) {
        for (int i = k + 1; i < size; i++) {
            double factor = rows[i][k] / row[k];
            rows[i][k] = factor;
            for (int j = k + 1; j < size; j++) {
                rows[i][j] -= factor * row[j];
            }
        }
    }

    /** Replaces a right-hand side by the solution. */
    void solve(double[] side) {
        for (int i = 0; i < size; i++) {
            double sum = side[order[i]];
            for (int j = 0; j < i; j++) {
                sum -= rows[i][j] * moved[j];
            }
            moved[i] = sum;
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = moved[i];
            for (int j = i + 1; j < size; j++) {
                sum -= rows[i][j] * side[j];
            }
            side[i] = sum / rows[i][i];
        }
    }
}
