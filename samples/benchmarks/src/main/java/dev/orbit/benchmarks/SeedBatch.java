package dev.orbit.benchmarks;

/** Case B2 by hand, tuned: three steps of the seed map for many examples, in phases over blocks of the first cache, one store a loop. */
final class SeedBatch {
    static final int BLOCK = 512;

    private final boolean vectors;
    private final double[] r = new double[BLOCK];
    private final double[] h1 = new double[BLOCK];
    private final double[] y1 = new double[BLOCK];
    private final double[] h2 = new double[BLOCK];
    private final double[] yBar = new double[BLOCK];
    private final double[] r2 = new double[BLOCK];
    private final double[] r1 = new double[BLOCK];
    private final double[] term = new double[BLOCK];

    SeedBatch(boolean vectors) {
        this.vectors = vectors;
    }

    double lossAndGradient(double[] theta, double[] x, double[] h0, double[] yTrue, double[] gradient) {
        double loss = 0;
        double ga = 0;
        double gb = 0;
        double gc = 0;
        double gd = 0;
        double a = theta[0];
        double b = theta[1];
        double c = theta[2];
        double d = theta[3];
        for (int at = 0; at < x.length; at += BLOCK) {
            inner1(b, d, x, h0, at);
            tanh(r, h1);
            first(a, x, h0, at);
            inner2(b, c, d, x, at);
            tanh(r, h2);
            back(a, x, yTrue, at);
            backInner2(a);
            backInner1(d);
            loss += sumOfSquares(yBar);
            termA(c, h0, at);
            ga += sum(term);
            termB(x, at);
            gb += sum(term);
            termC();
            gc += sum(term);
            termD(h0, at);
            gd += sum(term);
        }
        gradient[0] = ga;
        gradient[1] = gb;
        gradient[2] = gc;
        gradient[3] = gd;
        return loss / 4;
    }

    private void tanh(double[] from, double[] to) {
        if (vectors) {
            Lanes.tanh(from, to);
        } else {
            for (int i = 0; i < BLOCK; i++) {
                to[i] = TableTanh.at(from[i]);
            }
        }
    }

    private void inner1(double b, double d, double[] x, double[] h0, int at) {
        for (int i = 0; i < BLOCK; i++) {
            r[i] = b * x[at + i] + d * h0[at + i];
        }
    }

    private void first(double a, double[] x, double[] h0, int at) {
        for (int i = 0; i < BLOCK; i++) {
            y1[i] = a * h0[at + i] + 0.5 * x[at + i];
        }
    }

    private void inner2(double b, double c, double d, double[] x, int at) {
        for (int i = 0; i < BLOCK; i++) {
            r[i] = b * x[at + i] + c * y1[i] + d * h1[i];
        }
    }

    private void back(double a, double[] x, double[] yTrue, int at) {
        for (int i = 0; i < BLOCK; i++) {
            yBar[i] = 2 * (a * h2[i] + 0.5 * x[at + i] - yTrue[at + i]);
        }
    }

    private void backInner2(double a) {
        for (int i = 0; i < BLOCK; i++) {
            r2[i] = a * yBar[i] * (1 - h2[i] * h2[i]);
        }
    }

    private void backInner1(double d) {
        for (int i = 0; i < BLOCK; i++) {
            r1[i] = d * r2[i] * (1 - h1[i] * h1[i]);
        }
    }

    private void termA(double c, double[] h0, int at) {
        for (int i = 0; i < BLOCK; i++) {
            term[i] = yBar[i] * h2[i] + c * r2[i] * h0[at + i];
        }
    }

    private void termB(double[] x, int at) {
        for (int i = 0; i < BLOCK; i++) {
            term[i] = x[at + i] * (r1[i] + r2[i]);
        }
    }

    private void termC() {
        for (int i = 0; i < BLOCK; i++) {
            term[i] = r2[i] * y1[i];
        }
    }

    private void termD(double[] h0, int at) {
        for (int i = 0; i < BLOCK; i++) {
            term[i] = r2[i] * h1[i] + r1[i] * h0[at + i];
        }
    }

    /** Eight sums that do not wait for one another. */
    private static double sum(double[] v) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int i = 0; i < BLOCK; i += 8) {
            s0 += v[i];
            s1 += v[i + 1];
            s2 += v[i + 2];
            s3 += v[i + 3];
            s4 += v[i + 4];
            s5 += v[i + 5];
            s6 += v[i + 6];
            s7 += v[i + 7];
        }
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }

    private double sumOfSquares(double[] v) {
        for (int i = 0; i < BLOCK; i++) {
            term[i] = v[i] * v[i];
        }
        return sum(term);
    }
}
