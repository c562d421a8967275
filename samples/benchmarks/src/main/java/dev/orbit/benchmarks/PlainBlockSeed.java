package dev.orbit.benchmarks;

import java.util.Arrays;

/** Case B5 as one writes it by hand: one example after another, one loop for each product. */
final class PlainBlockSeed {
    private final double[][] ys = new double[33][8];
    private final double[][] hs = new double[33][64];
    private final double[] yBar = new double[8];
    private final double[] hBar = new double[64];
    private final double[] rBar = new double[64];

    /** Adds the gradient by a, b, c, d. */
    double addLossAndGradient(double[] theta, double[] x, double[] h0, double[] yTrue, int e, double[] gradient) {
        Arrays.fill(ys[0], 0);
        System.arraycopy(h0, e * 64, hs[0], 0, 64);
        for (int t = 0; t < 32; t++) {
            step(theta, x, (e * 32 + t) * 16, t);
        }
        double loss = 0;
        for (int i = 0; i < 8; i++) {
            double difference = ys[32][i] - yTrue[e * 8 + i];
            loss += difference * difference;
            yBar[i] = 2 * difference;
        }
        Arrays.fill(hBar, 0);
        for (int t = 31; t >= 0; t--) {
            back(theta, x, (e * 32 + t) * 16, t, gradient);
        }
        return loss;
    }

    private void step(double[] theta, double[] x, int at, int t) {
        for (int i = 0; i < 8; i++) {
            double sum = x[at + i] / 2;
            for (int j = 0; j < 64; j++) {
                sum += theta[i * 64 + j] * hs[t][j];
            }
            ys[t + 1][i] = sum;
        }
        for (int i = 0; i < 64; i++) {
            double sum = 0;
            for (int j = 0; j < 16; j++) {
                sum += theta[512 + i * 16 + j] * x[at + j];
            }
            for (int j = 0; j < 8; j++) {
                sum += theta[1536 + i * 8 + j] * ys[t][j];
            }
            for (int j = 0; j < 64; j++) {
                sum += theta[2048 + i * 64 + j] * hs[t][j];
            }
            hs[t + 1][i] = Math.tanh(sum);
        }
    }

    private void back(double[] theta, double[] x, int at, int t, double[] gradient) {
        for (int i = 0; i < 64; i++) {
            rBar[i] = hBar[i] * (1 - hs[t + 1][i] * hs[t + 1][i]);
        }
        Arrays.fill(hBar, 0);
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 64; j++) {
                gradient[i * 64 + j] += yBar[i] * hs[t][j];
                hBar[j] += theta[i * 64 + j] * yBar[i];
            }
        }
        Arrays.fill(yBar, 0);
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 16; j++) {
                gradient[512 + i * 16 + j] += rBar[i] * x[at + j];
            }
            for (int j = 0; j < 8; j++) {
                gradient[1536 + i * 8 + j] += rBar[i] * ys[t][j];
                yBar[j] += theta[1536 + i * 8 + j] * rBar[i];
            }
            for (int j = 0; j < 64; j++) {
                gradient[2048 + i * 64 + j] += rBar[i] * hs[t][j];
                hBar[j] += theta[2048 + i * 64 + j] * rBar[i];
            }
        }
    }
}
