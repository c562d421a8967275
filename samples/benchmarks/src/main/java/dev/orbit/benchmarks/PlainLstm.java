package dev.orbit.benchmarks;

import java.util.Arrays;

/** Case B6 as one writes it by hand: the ADBench LSTM, its layers in a loop, the gates of each step kept for the way back. */
final class PlainLstm {
    private static final int B = 14;

    private final int steps;
    private final double[][][] h;
    private final double[][][] s;
    private final double[][][][] gates;
    private final double[][][] memoryTanh;
    private final double[][] prediction;

    PlainLstm(int steps) {
        this.steps = steps;
        h = new double[steps + 1][2][B];
        s = new double[steps + 1][2][B];
        gates = new double[steps][2][4][B];
        memoryTanh = new double[steps][2][B];
        prediction = new double[steps][B];
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The characters are those before and, one step on, those to predict; the start is zero. */
    double lossAndGradient(double[] theta, double[] characters, double[] gradient) {
        double total = 0;
        for (int t = 0; t < steps; t++) {
            for (int l = 0; l < 2; l++) {
                layer(theta, characters, t, l);
            }
            total += predict(theta, characters, t);
        }
        Arrays.fill(gradient, 0);
        double[][] hBar = new double[2][B];
        double[][] sBar = new double[2][B];
        for (int t = steps - 1; t >= 0; t--) {
            predictBack(theta, characters, t, hBar[1], gradient);
            for (int l = 1; l >= 0; l--) {
                layerBack(theta, characters, t, l, hBar, sBar, gradient);
            }
        }
        return -total / (B * steps);
    }

    private double below(double[] theta, double[] characters, int t, int l, int i) {
        return l == 0 ? characters[t * B + i] * theta[16 * B + i] : h[t + 1][0][i];
    }

    private void layer(double[] theta, double[] characters, int t, int l) {
        int w = l * 8 * B;
        int v = w + 4 * B;
        double[][] gate = gates[t][l];
        for (int i = 0; i < B; i++) {
            double z = below(theta, characters, t, l, i);
            double old = h[t][l][i];
            gate[0][i] = sigmoid(z * theta[w + i] + theta[v + i]);
            gate[1][i] = sigmoid(old * theta[w + B + i] + theta[v + B + i]);
            gate[2][i] = sigmoid(z * theta[w + 2 * B + i] + theta[v + 2 * B + i]);
            gate[3][i] = Math.tanh(old * theta[w + 3 * B + i] + theta[v + 3 * B + i]);
            double memory = s[t][l][i] * gate[0][i] + gate[1][i] * gate[3][i];
            s[t + 1][l][i] = memory;
            memoryTanh[t][l][i] = Math.tanh(memory);
            h[t + 1][l][i] = gate[2][i] * memoryTanh[t][l][i];
        }
    }

    private double predict(double[] theta, double[] characters, int t) {
        double sum = 2;
        double[] y = prediction[t];
        for (int i = 0; i < B; i++) {
            y[i] = h[t + 1][1][i] * theta[17 * B + i] + theta[18 * B + i];
            sum += Math.exp(y[i]);
        }
        double log = Math.log(sum);
        double total = 0;
        for (int i = 0; i < B; i++) {
            total += characters[(t + 1) * B + i] * (y[i] - log);
            y[i] = Math.exp(y[i]) / sum;
        }
        return total;
    }

    private void predictBack(double[] theta, double[] characters, int t, double[] hBar, double[] gradient) {
        double count = 0;
        for (int i = 0; i < B; i++) {
            count += characters[(t + 1) * B + i];
        }
        for (int i = 0; i < B; i++) {
            double yBar = (count * prediction[t][i] - characters[(t + 1) * B + i]) / (B * steps);
            gradient[18 * B + i] += yBar;
            gradient[17 * B + i] += yBar * h[t + 1][1][i];
            hBar[i] += yBar * theta[17 * B + i];
        }
    }

    private void layerBack(
            double[] theta, double[] characters, int t, int l, double[][] hBar, double[][] sBar, double[] gradient) {
        int w = l * 8 * B;
        int v = w + 4 * B;
        double[][] gate = gates[t][l];
        for (int i = 0; i < B; i++) {
            double f = gate[0][i];
            double in = gate[1][i];
            double o = gate[2][i];
            double g = gate[3][i];
            double m = memoryTanh[t][l][i];
            double byH = hBar[l][i];
            double memory = sBar[l][i] + byH * o * (1 - m * m);
            double oBar = byH * m * o * (1 - o);
            double fBar = memory * s[t][l][i] * f * (1 - f);
            double inBar = memory * g * in * (1 - in);
            double gBar = memory * in * (1 - g * g);
            double z = below(theta, characters, t, l, i);
            double old = h[t][l][i];
            gradient[w + i] += fBar * z;
            gradient[w + B + i] += inBar * old;
            gradient[w + 2 * B + i] += oBar * z;
            gradient[w + 3 * B + i] += gBar * old;
            gradient[v + i] += fBar;
            gradient[v + B + i] += inBar;
            gradient[v + 2 * B + i] += oBar;
            gradient[v + 3 * B + i] += gBar;
            double zBar = fBar * theta[w + i] + oBar * theta[w + 2 * B + i];
            if (l == 0) {
                gradient[16 * B + i] += zBar * characters[t * B + i];
            } else {
                hBar[0][i] += zBar;
            }
            hBar[l][i] = inBar * theta[w + B + i] + gBar * theta[w + 3 * B + i];
            sBar[l][i] = memory * f;
        }
    }
}
