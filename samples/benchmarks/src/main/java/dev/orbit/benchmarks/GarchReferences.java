package dev.orbit.benchmarks;

import org.hipparchus.analysis.differentiation.Gradient;

/** The negative log-likelihood of GARCH(1,1) without orbit; the gradient is by mu, omega, alpha, beta. */
final class GarchReferences {
    private static final double LOG_2_PI = 1.8378770664093453;

    private final double[] vs;
    private final double[] qs;

    GarchReferences(int steps) {
        vs = new double[steps + 1];
        qs = new double[steps + 1];
    }

    /** What one writes by hand: forwards, and back. */
    double plain(double[] theta, double[] r, double[] gradient) {
        int n = r.length;
        double mu = theta[0];
        double omega = theta[1];
        double alpha = theta[2];
        double beta = theta[3];
        double start = 0;
        for (double value : r) {
            start += (value - mu) * (value - mu);
        }
        start /= n;
        qs[0] = start;
        vs[0] = start;
        double loss = 0;
        for (int t = 0; t < n; t++) {
            vs[t + 1] = omega + alpha * qs[t] + beta * vs[t];
            qs[t + 1] = (r[t] - mu) * (r[t] - mu);
            loss += 0.5 * (LOG_2_PI + Math.log(vs[t + 1]) + qs[t + 1] / vs[t + 1]);
        }
        double vBar = 0;
        double qBar = 0;
        double byMu = 0;
        double byOmega = 0;
        double byAlpha = 0;
        double byBeta = 0;
        for (int t = n - 1; t >= 0; t--) {
            double v = vs[t + 1];
            qBar += 0.5 / v;
            vBar += 0.5 * (1 / v - qs[t + 1] / (v * v));
            byMu -= 2 * qBar * (r[t] - mu);
            byOmega += vBar;
            byAlpha += vBar * qs[t];
            byBeta += vBar * vs[t];
            qBar = alpha * vBar;
            vBar = beta * vBar;
        }
        double startBar = qBar + vBar;
        for (double value : r) {
            byMu -= 2 * startBar * (value - mu) / n;
        }
        gradient[0] = byMu;
        gradient[1] = byOmega;
        gradient[2] = byAlpha;
        gradient[3] = byBeta;
        return loss;
    }

    /** Forwards only, one division a step, and one logarithm for eight variances. */
    static double tuned(double[] theta, double[] r, double[] gradient) {
        int n = r.length;
        double mu = theta[0];
        double omega = theta[1];
        double alpha = theta[2];
        double beta = theta[3];
        double start = 0;
        double startMu = 0;
        for (double value : r) {
            double e = value - mu;
            start = Math.fma(e, e, start);
            startMu += e;
        }
        double q = start / n;
        double v = q;
        double qMu = -2 * startMu / n;
        double vMu = qMu;
        double vOmega = 0;
        double vAlpha = 0;
        double vBeta = 0;
        double byMu = 0;
        double byOmega = 0;
        double byAlpha = 0;
        double byBeta = 0;
        double logs = 0;
        double product = 1;
        double ratios = 0;
        for (int t = 0; t < n; t++) {
            vMu = Math.fma(beta, vMu, alpha * qMu);
            vOmega = Math.fma(beta, vOmega, 1);
            vAlpha = Math.fma(beta, vAlpha, q);
            vBeta = Math.fma(beta, vBeta, v);
            v = Math.fma(beta, v, Math.fma(alpha, q, omega));
            double e = r[t] - mu;
            q = e * e;
            qMu = -2 * e;
            double inverse = 1 / v;
            double ratio = q * inverse;
            ratios += ratio;
            double vBar = Math.fma(-inverse, ratio, inverse);
            byMu = Math.fma(vBar, vMu, Math.fma(inverse, qMu, byMu));
            byOmega = Math.fma(vBar, vOmega, byOmega);
            byAlpha = Math.fma(vBar, vAlpha, byAlpha);
            byBeta = Math.fma(vBar, vBeta, byBeta);
            product *= v;
            if ((t & 7) == 7) {
                logs += Math.log(product);
                product = 1;
            }
        }
        logs += Math.log(product);
        gradient[0] = 0.5 * byMu;
        gradient[1] = 0.5 * byOmega;
        gradient[2] = 0.5 * byAlpha;
        gradient[3] = 0.5 * byBeta;
        return 0.5 * (n * LOG_2_PI + logs + ratios);
    }

    static double hipparchus(double[] theta, double[] r, double[] gradient) {
        int n = r.length;
        Gradient mu = Gradient.variable(4, 0, theta[0]);
        Gradient omega = Gradient.variable(4, 1, theta[1]);
        Gradient alpha = Gradient.variable(4, 2, theta[2]);
        Gradient beta = Gradient.variable(4, 3, theta[3]);
        Gradient start = Gradient.constant(4, 0);
        for (double value : r) {
            Gradient e = mu.subtract(value);
            start = start.add(e.multiply(e));
        }
        Gradient q = start.divide(n);
        Gradient v = q;
        Gradient loss = Gradient.constant(4, 0);
        for (int t = 0; t < n; t++) {
            v = omega.add(alpha.multiply(q)).add(beta.multiply(v));
            Gradient e = mu.subtract(r[t]);
            q = e.multiply(e);
            loss = loss.add(v.log().add(LOG_2_PI).add(q.divide(v)).multiply(0.5));
        }
        System.arraycopy(loss.getGradient(), 0, gradient, 0, 4);
        return loss.getValue();
    }
}
