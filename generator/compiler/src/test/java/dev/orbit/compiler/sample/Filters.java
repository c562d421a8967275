package dev.orbit.compiler.sample;

import dev.orbit.compiler.reference.DoubleDouble;

/** Likelihoods of state space models as textbooks write them, entry by entry. */
final class Filters {
    private static final Jet LOG_2_PI = Jet.of(DoubleDouble.PI.scaled(1)).log();

    private Filters() {}

    /**
     * The local linear trend with an exact diffuse start, without matrices. Level and slope after two observations have the means
     * y2 and y2 - y1 and the covariance [e, e; e, 2 e + l + s]; the rest is the ordinary filter.
     */
    static Jet localLinearTrend(Numbers at) {
        Jet e = at.scalar("s2_eps");
        Jet l = at.scalar("s2_level");
        Jet s = at.scalar("s2_slope");
        Jet[] y = at.vector("y");
        Jet level = y[1];
        Jet slope = y[1].minus(y[0]);
        Jet p = e;
        Jet q = e;
        Jet r = e.times(2).plus(l).plus(s);
        Jet loss = Jet.of(0);
        for (int t = 2; t < y.length; t++) {
            level = level.plus(slope);
            p = p.plus(q.times(2)).plus(r).plus(l);
            q = q.plus(r);
            r = r.plus(s);
            Jet v = y[t].minus(level);
            Jet f = p.plus(e);
            loss = loss.plus(LOG_2_PI.plus(f.log()).plus(v.squared().over(f)).over(2));
            level = level.plus(p.times(v).over(f));
            slope = slope.plus(q.times(v).over(f));
            r = r.minus(q.squared().over(f));
            q = q.minus(p.times(q).over(f));
            p = p.minus(p.squared().over(f));
        }
        return loss;
    }

    /** Predict, then correct by the inverse of the forecast errors' covariance. */
    static Jet multivariate(Numbers at) {
        int n = at.vector("q").length;
        int m = at.vector("r").length;
        Jet[][] f = at.rows("F", n);
        Jet[][] h = at.rows("H", m);
        Jet[] x = at.vector("x0");
        Jet[][] p = Loops.diagonal(ones(n));
        Jet loss = Jet.of(0);
        for (int t = 0; t < at.steps(); t++) {
            x = Loops.times(f, x);
            p = Loops.plus(Loops.times(Loops.times(f, p), Loops.transposed(f)), Loops.diagonal(at.vector("q")));
            Jet[] y = at.rows("y", at.steps())[t];
            if (isMissing(y)) {
                continue;
            }
            Jet[] v = Loops.minus(y, Loops.times(h, x));
            Jet[][] seen = Loops.times(p, Loops.transposed(h));
            Jet[][] s = Loops.plus(Loops.times(h, seen), Loops.diagonal(at.vector("r")));
            Jet[][] both = Loops.inverseAndDeterminant(s);
            Jet[][] inverse = java.util.Arrays.copyOf(both, m);
            Jet square = Loops.dot(v, Loops.times(inverse, v));
            loss = loss.plus(
                    LOG_2_PI.times(m).plus(both[m][0].log()).plus(square).over(2));
            Jet[][] gain = Loops.times(seen, inverse);
            x = Loops.plus(x, Loops.times(gain, v));
            p = Loops.minus(p, Loops.times(gain, Loops.times(h, p)));
        }
        return loss;
    }

    private static boolean isMissing(Jet[] y) {
        boolean missing = false;
        for (Jet entry : y) {
            missing |= Double.isNaN(entry.value().high());
        }
        return missing;
    }

    private static Jet[] ones(int n) {
        Jet[] all = new Jet[n];
        java.util.Arrays.fill(all, Jet.of(1));
        return all;
    }

    /** The forward recursion on probabilities themselves, scaled to sum to 1 at each step. */
    static Jet hiddenMarkov(Numbers at) {
        int k = at.vector("mu").length;
        Jet[][] transition = at.rows("transition", k);
        Jet[] now = softmax(at.vector("start"));
        Jet loss = Jet.of(0);
        for (int t = 0; t < at.steps(); t++) {
            Jet[] next = Loops.zeros(k);
            for (int j = 0; j < k; j++) {
                for (int i = 0; i < k && t > 0; i++) {
                    next[j] = next[j].plus(now[i].times(softmax(transition[i])[j]));
                }
                next[j] = (t == 0 ? now[j] : next[j]).times(density(at, t, j));
            }
            Jet sum = Loops.zeros(1)[0];
            for (Jet entry : next) {
                sum = sum.plus(entry);
            }
            for (int j = 0; j < k; j++) {
                next[j] = next[j].over(sum);
            }
            loss = loss.minus(sum.log());
            now = next;
        }
        return loss;
    }

    private static Jet density(Numbers at, int t, int j) {
        Jet logSd = at.vector("log_sd")[j];
        Jet z = at.vector("y")[t].minus(at.vector("mu")[j]).over(logSd.exp());
        return z.squared().plus(LOG_2_PI).over(-2).minus(logSd).exp();
    }

    private static Jet[] softmax(Jet[] x) {
        Jet all = Loops.logSumExp(x);
        Jet[] shares = new Jet[x.length];
        for (int i = 0; i < x.length; i++) {
            shares[i] = x[i].minus(all).exp();
        }
        return shares;
    }
}
