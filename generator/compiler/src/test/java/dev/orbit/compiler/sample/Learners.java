package dev.orbit.compiler.sample;

/** The other recurrent samples, entry by entry. */
final class Learners {
    private Learners() {}

    /** The block seed with the product written out, and w(x) = x[1..m] / 2. */
    static Jet blockSeed(Numbers at) {
        Jet[] h = at.vector("h0");
        int m = at.vector("y_true").length;
        int k = h.length;
        Jet[] y = Loops.zeros(m);
        for (int t = 0; t < at.steps(); t++) {
            Jet[] x = at.rows("x", at.steps())[t];
            Jet[] nextY = new Jet[m];
            Jet[] nextH = new Jet[k];
            for (int i = 0; i < m; i++) {
                nextY[i] = Loops.dot(at.rows("a", m)[i], h).plus(x[i].over(2));
            }
            for (int i = 0; i < k; i++) {
                nextH[i] = Loops.dot(at.rows("b", k)[i], x)
                        .plus(Loops.dot(at.rows("c", k)[i], y))
                        .plus(Loops.dot(at.rows("d", k)[i], h))
                        .tanh();
            }
            y = nextY;
            h = nextH;
        }
        Jet[] off = Loops.minus(at.vector("y_true"), y);
        return Loops.dot(off, off);
    }

    static Jet rescorlaWagner(Numbers at) {
        Jet[] q = at.vector("Q0").clone();
        Jet loss = Jet.of(0);
        for (int t = 0; t < at.steps(); t++) {
            int choice = at.index("choice", t) - 1;
            Jet sum = Jet.of(0);
            for (Jet value : q) {
                sum = sum.plus(at.scalar("tau").times(value).exp());
            }
            loss = loss.minus(at.scalar("tau").times(q[choice]).exp().over(sum).log());
            Jet surprise = at.vector("reward")[t].minus(q[choice]);
            q[choice] = q[choice].plus(at.scalar("alpha").times(surprise));
        }
        return loss;
    }

    static Jet characters(Numbers at) {
        int k = at.vector("bias").length;
        int letters = at.vector("v").length;
        Jet[] h = Loops.zeros(k);
        Jet loss = Jet.of(0);
        for (int t = 0; t < at.steps(); t++) {
            Jet[] seen = at.rows("embedding", letters)[at.index("last", t) - 1];
            Jet[] next = new Jet[k];
            for (int i = 0; i < k; i++) {
                next[i] = Loops.dot(at.rows("W", k)[i], seen)
                        .plus(Loops.dot(at.rows("U", k)[i], h))
                        .plus(at.vector("bias")[i])
                        .tanh();
            }
            h = next;
            Jet[] z = Loops.plus(Loops.times(at.rows("V", letters), h), at.vector("v"));
            loss = loss.plus(Loops.logSumExp(z)).minus(z[at.index("next", t) - 1]);
        }
        return loss.over(at.steps());
    }

    /** As the objective's description states it: gates per unit, two layers. */
    static Jet adBench(Numbers at) {
        int b = at.vector("in_weight").length;
        Jet[][] h = {at.vector("h1_0").clone(), at.vector("h2_0").clone()};
        Jet[][] s = {at.vector("s1_0").clone(), at.vector("s2_0").clone()};
        Jet total = Jet.of(0);
        for (int t = 0; t < at.steps(); t++) {
            Jet sum = Jet.of(2);
            Jet hits = Jet.of(0);
            Jet wanted = Jet.of(0);
            for (int j = 0; j < b; j++) {
                Jet z = at.rows("x", at.steps())[t][j].times(at.vector("in_weight")[j]);
                for (int layer = 0; layer < 2; layer++) {
                    Jet[] w = at.vector("w" + (layer + 1));
                    Jet[] v = at.vector("v" + (layer + 1));
                    Jet shown = h[layer][j];
                    Jet f = z.times(w[j]).plus(v[j]).sigmoid();
                    Jet i = shown.times(w[b + j]).plus(v[b + j]).sigmoid();
                    Jet o = z.times(w[2 * b + j]).plus(v[2 * b + j]).sigmoid();
                    Jet g = shown.times(w[3 * b + j]).plus(v[3 * b + j]).tanh();
                    s[layer][j] = s[layer][j].times(f).plus(i.times(g));
                    h[layer][j] = o.times(s[layer][j].tanh());
                    z = h[layer][j];
                }
                Jet y = z.times(at.vector("out_weight")[j]).plus(at.vector("out_bias")[j]);
                Jet bit = at.rows("next", at.steps())[t][j];
                sum = sum.plus(y.exp());
                hits = hits.plus(bit.times(y));
                wanted = wanted.plus(bit);
            }
            total = total.plus(hits).minus(wanted.times(sum.log()));
        }
        return total.over(-b * at.steps());
    }
}
