package dev.orbit.compiler.sample;

/** PyTorch's RNN, GRU and LSTM unit by unit, a linear readout, and the mean squared error over steps and outputs. */
final class Layers {
    private Layers() {}

    /** What a unit adds up: a row of W_ih times x, a row of W_hh times h, without the biases. */
    private record Weights(Jet[][] input, Jet[][] hidden, Jet[] inputBias, Jet[] hiddenBias) {
        static Weights of(Numbers at, int rows) {
            return new Weights(at.rows("W_ih", rows), at.rows("W_hh", rows), at.vector("b_ih"), at.vector("b_hh"));
        }

        Jet fromInput(int row, Jet[] x) {
            return Loops.dot(input[row], x).plus(inputBias[row]);
        }

        Jet fromHidden(int row, Jet[] h) {
            return Loops.dot(hidden[row], h).plus(hiddenBias[row]);
        }

        Jet sum(int row, Jet[] x, Jet[] h) {
            return fromInput(row, x).plus(fromHidden(row, h));
        }
    }

    static Jet elman(Numbers at) {
        Jet[] h = at.vector("h0");
        Weights weights = Weights.of(at, h.length);
        Jet error = Jet.of(0);
        for (int t = 0; t < at.steps(); t++) {
            Jet[] next = new Jet[h.length];
            for (int u = 0; u < h.length; u++) {
                next[u] = weights.sum(u, x(at, t), h).tanh();
            }
            h = next;
            error = error.plus(squares(at, t, h));
        }
        return mean(at, error);
    }

    static Jet gru(Numbers at) {
        Jet[] h = at.vector("h0");
        int k = h.length;
        Weights weights = Weights.of(at, 3 * k);
        Jet error = Jet.of(0);
        for (int t = 0; t < at.steps(); t++) {
            Jet[] x = x(at, t);
            Jet[] next = new Jet[k];
            for (int u = 0; u < k; u++) {
                Jet r = weights.sum(u, x, h).sigmoid();
                Jet z = weights.sum(k + u, x, h).sigmoid();
                Jet n = weights.fromInput(2 * k + u, x)
                        .plus(r.times(weights.fromHidden(2 * k + u, h)))
                        .tanh();
                next[u] = Jet.of(1).minus(z).times(n).plus(z.times(h[u]));
            }
            h = next;
            error = error.plus(squares(at, t, h));
        }
        return mean(at, error);
    }

    static Jet lstm(Numbers at) {
        Jet[] h = at.vector("h0");
        Jet[] c = at.vector("c0");
        int k = h.length;
        Weights weights = Weights.of(at, 4 * k);
        Jet error = Jet.of(0);
        for (int t = 0; t < at.steps(); t++) {
            Jet[] x = x(at, t);
            Jet[] nextH = new Jet[k];
            Jet[] nextC = new Jet[k];
            for (int u = 0; u < k; u++) {
                Jet i = weights.sum(u, x, h).sigmoid();
                Jet f = weights.sum(k + u, x, h).sigmoid();
                Jet g = weights.sum(2 * k + u, x, h).tanh();
                Jet o = weights.sum(3 * k + u, x, h).sigmoid();
                nextC[u] = f.times(c[u]).plus(i.times(g));
                nextH[u] = o.times(nextC[u].tanh());
            }
            h = nextH;
            c = nextC;
            error = error.plus(squares(at, t, h));
        }
        return mean(at, error);
    }

    private static Jet[] x(Numbers at, int t) {
        return at.rows("x", at.steps())[t];
    }

    private static Jet squares(Numbers at, int t, Jet[] h) {
        Jet[] v = at.vector("v");
        Jet[][] readout = at.rows("V", v.length);
        Jet sum = Jet.of(0);
        for (int j = 0; j < v.length; j++) {
            Jet off = Loops.dot(readout[j], h).plus(v[j]).minus(at.rows("y", at.steps())[t][j]);
            sum = sum.plus(off.squared());
        }
        return sum;
    }

    private static Jet mean(Numbers at, Jet error) {
        return error.over(at.vector("v").length * at.steps());
    }
}
