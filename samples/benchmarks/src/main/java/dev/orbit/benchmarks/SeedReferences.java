package dev.orbit.benchmarks;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

/** The seed map without orbit: each method returns the loss and overwrites the gradient by a, b, c, d. */
final class SeedReferences {
    private final double[] ys;
    private final double[] hs;
    private final int steps;

    SeedReferences(int steps) {
        this.steps = steps;
        ys = new double[steps + 1];
        hs = new double[steps + 1];
    }

    /** What one writes by hand: the step in a loop, and back again. */
    double plain(double[] theta, double x, double h0, double yTrue, double[] gradient) {
        double a = theta[0];
        double b = theta[1];
        double c = theta[2];
        double d = theta[3];
        ys[0] = 0;
        hs[0] = h0;
        for (int t = 0; t < steps; t++) {
            ys[t + 1] = a * hs[t] + x / 2;
            hs[t + 1] = Math.tanh(b * x + c * ys[t] + d * hs[t]);
        }
        double difference = ys[steps] - yTrue;
        double yBar = 2 * difference;
        double hBar = 0;
        Arrays.fill(gradient, 0);
        for (int t = steps - 1; t >= 0; t--) {
            double rBar = hBar * (1 - hs[t + 1] * hs[t + 1]);
            gradient[0] += yBar * hs[t];
            gradient[1] += rBar * x;
            gradient[2] += rBar * ys[t];
            gradient[3] += rBar * hs[t];
            hBar = a * yBar + d * rBar;
            yBar = c * rBar;
        }
        return difference * difference;
    }

    /** Three steps without a loop, without dead work, with the tanh of a table. */
    static double tunedThree(double[] theta, double x, double h0, double yTrue, double[] gradient) {
        double a = theta[0];
        double c = theta[2];
        double d = theta[3];
        double w = 0.5 * x;
        double bx = theta[1] * x;
        double h1 = TableTanh.at(bx + d * h0);
        double y1 = a * h0 + w;
        double h2 = TableTanh.at(bx + c * y1 + d * h1);
        double difference = a * h2 + w - yTrue;
        double yBar = difference + difference;
        double r2 = yBar * a * (1 - h2 * h2);
        double r1 = r2 * d * (1 - h1 * h1);
        gradient[0] = yBar * h2 + c * r2 * h0;
        gradient[1] = x * (r1 + r2);
        gradient[2] = r2 * y1;
        gradient[3] = r2 * h1 + r1 * h0;
        return difference * difference;
    }

    /** Many steps forwards: the derivatives of y and h by the four parameters go along, and nothing is stored. */
    double tunedMany(double[] theta, double x, double h0, double yTrue, double[] gradient) {
        double a = theta[0];
        double c = theta[2];
        double d = theta[3];
        double w = 0.5 * x;
        double bx = theta[1] * x;
        double y = 0;
        double h = h0;
        double ya = 0;
        double yb = 0;
        double yc = 0;
        double yd = 0;
        double ha = 0;
        double hb = 0;
        double hc = 0;
        double hd = 0;
        for (int t = 0; t < steps; t++) {
            double next = TableTanh.at(Math.fma(d, h, Math.fma(c, y, bx)));
            double slope = Math.fma(-next, next, 1);
            double newA = slope * Math.fma(c, ya, d * ha);
            double newB = slope * Math.fma(c, yb, Math.fma(d, hb, x));
            double newC = slope * Math.fma(c, yc, Math.fma(d, hc, y));
            double newD = slope * Math.fma(c, yd, Math.fma(d, hd, h));
            ya = Math.fma(a, ha, h);
            yb = a * hb;
            yc = a * hc;
            yd = a * hd;
            y = Math.fma(a, h, w);
            h = next;
            ha = newA;
            hb = newB;
            hc = newC;
            hd = newD;
        }
        double difference = y - yTrue;
        double yBar = 2 * difference;
        gradient[0] = yBar * ya;
        gradient[1] = yBar * yb;
        gradient[2] = yBar * yc;
        gradient[3] = yBar * yd;
        return difference * difference;
    }

    double hipparchus(double[] theta, double x, double h0, double yTrue, double[] gradient) {
        Gradient a = Gradient.variable(4, 0, theta[0]);
        Gradient b = Gradient.variable(4, 1, theta[1]);
        Gradient c = Gradient.variable(4, 2, theta[2]);
        Gradient d = Gradient.variable(4, 3, theta[3]);
        Gradient y = Gradient.constant(4, 0);
        Gradient h = Gradient.constant(4, h0);
        Gradient bx = b.multiply(x);
        for (int t = 0; t < steps; t++) {
            Gradient next = bx.add(c.multiply(y)).add(d.multiply(h)).tanh();
            y = a.multiply(h).add(x / 2);
            h = next;
        }
        Gradient difference = y.subtract(yTrue);
        Gradient loss = difference.multiply(difference);
        System.arraycopy(loss.getGradient(), 0, gradient, 0, 4);
        return loss.getValue();
    }
}
