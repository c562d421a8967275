package dev.orbit.benchmarks;

import java.util.Arrays;

/**
 * Case B5 by hand, tuned: examples side by side, what the step multiplies stacked into one matrix of 64 by 88, and the gradient as one
 * product over all steps at the end. Rows of values are {@code ROW} apart: 33 moments of 32 examples.
 */
final class BlockSeedBatch {
    private static final int STEPS = 32;
    private static final int LANES = 32;
    private static final int ROW = (STEPS + 1) * LANES;
    private static final int Y = 16 * ROW;
    private static final int H = 24 * ROW;

    private final boolean vectors;
    /** x, y and h below one another. */
    private final double[] z = new double[88 * ROW];

    private final double[] target;
    private final double[] weights = new double[64 * 88];
    private final double[] r = new double[64 * ROW];
    private final double[] yBar = new double[8 * ROW];
    private final double[] hBar = new double[64 * ROW];
    private final double[] stacked = new double[64 * 88];

    /** Takes data as orbit's class does, {@code [example][step][n]}, and keeps them its own way. */
    BlockSeedBatch(boolean vectors, double[] x, double[] h0, double[] yTrue) {
        this.vectors = vectors;
        this.target = new double[8 * LANES];
        for (int e = 0; e < LANES; e++) {
            for (int t = 0; t < STEPS; t++) {
                for (int i = 0; i < 16; i++) {
                    z[i * ROW + t * LANES + e] = x[(e * STEPS + t) * 16 + i];
                }
            }
            for (int i = 0; i < 64; i++) {
                z[H + i * ROW + e] = h0[e * 64 + i];
            }
            for (int i = 0; i < 8; i++) {
                target[i * LANES + e] = yTrue[e * 8 + i];
            }
        }
    }

    double lossAndGradient(double[] theta, double[] gradient) {
        for (int i = 0; i < 64; i++) {
            System.arraycopy(theta, 512 + i * 16, weights, i * 88, 16);
            System.arraycopy(theta, 1536 + i * 8, weights, i * 88 + 16, 8);
            System.arraycopy(theta, 2048 + i * 64, weights, i * 88 + 24, 64);
        }
        for (int t = 0; t < STEPS; t++) {
            forwards(theta, t);
        }
        double loss = loss();
        Arrays.fill(hBar, 0);
        for (int t = STEPS - 1; t >= 0; t--) {
            backwards(theta, t);
        }
        gradient(gradient);
        return loss;
    }

    private void forwards(double[] theta, int t) {
        int now = t * LANES;
        int next = now + LANES;
        for (int i = 0; i < 8; i++) {
            for (int l = 0; l < LANES; l++) {
                z[Y + i * ROW + next + l] = 0.5 * z[i * ROW + now + l];
            }
        }
        addProduct(8, 64, theta, 0, 64, 1, z, H + now, z, Y + next);
        if (t == STEPS - 1) {
            return;
        }
        for (int i = 0; i < 64; i++) {
            Arrays.fill(r, i * ROW + now, i * ROW + next, 0);
        }
        addProduct(64, 88, weights, 0, 88, 1, z, now, r, now);
        for (int i = 0; i < 64; i++) {
            tanh(r, i * ROW + now, z, H + i * ROW + next);
        }
    }

    private double loss() {
        double loss = 0;
        int last = STEPS * LANES;
        for (int i = 0; i < 8; i++) {
            for (int l = 0; l < LANES; l++) {
                double difference = z[Y + i * ROW + last + l] - target[i * LANES + l];
                yBar[i * ROW + last - LANES + l] = 2 * difference;
                loss += difference * difference;
            }
        }
        return loss;
    }

    /** At moment t lie the adjoints of y and h after step t; r becomes its own adjoint. */
    private void backwards(double[] theta, int t) {
        int now = t * LANES;
        int before = now - LANES;
        for (int i = 0; i < 64; i++) {
            slope(i * ROW + now, H + i * ROW + now + LANES);
        }
        if (t == 0) {
            return;
        }
        for (int i = 0; i < 8; i++) {
            Arrays.fill(yBar, i * ROW + before, i * ROW + now, 0);
        }
        addProduct(64, 8, theta, 0, 1, 64, yBar, now, hBar, before);
        addProduct(64, 64, weights, 24, 1, 88, r, now, hBar, before);
        addProduct(8, 64, weights, 16, 1, 88, r, now, yBar, before);
    }

    private void slope(int at, int h) {
        for (int l = 0; l < LANES; l++) {
            r[at + l] = hBar[at + l] * (1 - z[h + l] * z[h + l]);
        }
    }

    private void gradient(double[] gradient) {
        Arrays.fill(stacked, 0);
        Arrays.fill(gradient, 0);
        addOuter(64, 88, r, z, 0, stacked);
        addOuter(8, 64, yBar, z, H, gradient);
        for (int i = 0; i < 64; i++) {
            System.arraycopy(stacked, i * 88, gradient, 512 + i * 16, 16);
            System.arraycopy(stacked, i * 88 + 16, gradient, 1536 + i * 8, 8);
            System.arraycopy(stacked, i * 88 + 24, gradient, 2048 + i * 64, 64);
        }
    }

    private void tanh(double[] x, int xAt, double[] y, int yAt) {
        if (vectors) {
            Lanes.tanh(LANES, x, xAt, y, yAt);
        } else {
            for (int l = 0; l < LANES; l++) {
                y[yAt + l] = TableTanh.at(x[xAt + l]);
            }
        }
    }

    private void addProduct(
            int m, int k, double[] a, int aAt, int aRow, int aColumn, double[] b, int bAt, double[] c, int cAt) {
        if (vectors) {
            Lanes.addProduct(m, k, a, aAt, aRow, aColumn, b, bAt, c, cAt, ROW);
        } else {
            PlainLanes.addProduct(m, k, a, aAt, aRow, aColumn, b, bAt, c, cAt, ROW);
        }
    }

    private void addOuter(int m, int n, double[] x, double[] y, int yAt, double[] g) {
        if (vectors) {
            Lanes.addOuter(m, n, STEPS * LANES, x, y, yAt, ROW, g, 0);
        } else {
            PlainLanes.addOuter(m, n, STEPS * LANES, x, y, yAt, ROW, g, 0);
        }
    }
}
