package dev.orbit.compiler.random;

import java.util.List;
import java.util.SplittableRandom;

/** One random model of mixed shapes as the text of a spec. */
final class ShapedModel {
    private final SplittableRandom random;
    private final ShapedTerms terms;
    private final StringBuilder text = new StringBuilder();

    private ShapedModel(SplittableRandom random) {
        this.random = random;
        this.terms = new ShapedTerms(random);
    }

    static String draw(long seed) {
        ShapedModel model = new ShapedModel(new SplittableRandom(seed));
        model.write(seed);
        return model.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void write(long seed) {
        line("model M" + seed + ";");
        int n = terms.size();
        int m = terms.size();
        line("dim n = " + n + ", m = " + m + ", T" + (terms.chance(4) ? " = " + random.nextInt(1, 20) : "") + ";");
        line("input x[m];");
        line("input u[n] per step;");
        line("input c in 1..n per step;");
        line("input e in 1..m;");
        line("input g[2] in 1..n;");
        line("target y[m] per step;");
        line("param p, a[n], b[m], W[m, n], V[n, n] in (-1, 1);");
        terms.name("p");
        terms.name("a", n);
        terms.name("b", m);
        terms.name("x", m);
        terms.name("W", m, n);
        terms.name("V", n, n);
        terms.index("e", m);
        terms.index("g[1]", n);
        terms.index("g[2]", n);
        line("function again(z) = 0.5 * tanh(z) + 0.1 * z;");
        if (terms.chance(5)) {
            line("function w(v[n])[m];");
            terms.unknown("w", n, m);
        }
        line("differentiate p, a, b, W, V" + (terms.chance(5) ? ", x" : "") + (terms.chance(5) ? ", u" : "") + ";");
        lets(n, m);
        line("state h[n] = " + (terms.chance(3) ? "0" : terms.vector(n, 1)) + ";");
        line("state Q[n] = " + (terms.chance(3) ? "0" : terms.vector(n, 1)) + ";");
        line("state S[m, n] = " + (terms.chance(3) ? "0" : terms.matrix(m, n, 1)) + ";");
        step(n, m, seed);
        line("iterate T;");
        line("loss " + terms.scalar(2) + " + sum(h) + sum(S.^2) / 10;");
        if (terms.chance(3)) {
            line("residual " + terms.vector(n, 2) + ";");
        }
        line("penalty 0.1 * sum(W.^2);");
    }

    private void lets(int n, int m) {
        if (terms.chance(5)) {
            line("let k = " + terms.vector(n, 2) + ";");
            terms.name("k", n);
        }
        if (terms.chance(5)) {
            line("let B = " + terms.matrix(m, n, 2) + ";");
            terms.name("B", m, n);
        }
        if (terms.chance(3)) {
            line("let o = mean(over steps: u);");
            terms.name("o", n);
        }
    }

    private void step(int n, int m, long seed) {
        terms.name("h", n);
        terms.name("Q", n);
        terms.name("S", m, n);
        line("step {");
        terms.name("u", n);
        terms.index("c", n);
        if (terms.chance(5)) {
            line("  z = " + terms.vector(m, 2) + ";");
            terms.name("z", m);
        }
        if (terms.chance(5)) {
            terms.name("lag(u, 2, 0)", n);
        }
        if (terms.chance(4)) {
            line("  [q[m]; h'] = tanh([" + terms.vector(m, 1) + "; " + terms.vector(n, 1) + "]);");
            terms.name("q", m);
        } else {
            line("  h' = 0.7 * tanh(" + terms.vector(n, 2) + ");");
        }
        switch (random.nextInt(4)) {
            case 0 -> line("  Q'[c] = Q[c] + 0.3 * (" + terms.scalar(2) + " - Q[c]);");
            case 1 -> line("  Q' = push(Q, tanh(" + terms.scalar(2) + "));");
            case 2 ->
                line("  if " + terms.scalar(1) + " > 0.2 { Q'[c] = tanh(" + terms.scalar(1)
                        + "); } else { Q' = repeat(again, 3, Q); }");
            default -> line("  Q' = repeat(again, c, " + terms.vector(n, 1) + ");");
        }
        switch (random.nextInt(5)) {
            case 0 -> line("  S' = 0.5 * tanh(" + terms.matrix(m, n, 2) + ");");
            case 1 -> line("  S'[e, ..] = tanh(" + terms.vector(n, 2) + ");");
            case 2 -> line("  S'[.., c] = tanh(" + terms.vector(m, 2) + ");");
            case 3 -> line("  S'[e, c] = tanh(" + terms.scalar(2) + ");");
            default -> range(m);
        }
        if (terms.chance(7)) {
            line("  if known(y) { loss sum((y - " + terms.vector(m, 2) + ").^2); }");
        }
        line("  loss " + terms.scalar(2) + ";");
        if (new SplittableRandom(text.length()).nextInt(10) < 6) {
            line("  residual h' - a;");
            line("  residual dot(Q', a);");
            line("  output hidden = h';");
        }
        new SharedByBranches(seed, "y", "sum(d.^2 .* x)", List.of("u[1] > 0.2", "h[1] < p", "h'[1] > 0", "d0 > 0.1"))
                .lines("tanh(y - S * h) ./ (1.5 + b.^2); d0 = sum(u) * p")
                .forEach(this::line);
        line("}");
        line("output final_S = S;");
        terms.unname("u", n);
        terms.unindex("c", n);
        terms.forgetSteps();
    }

    private void range(int m) {
        int last = random.nextInt(1, m + 1);
        line("  S'[1.." + last + ", 1] = tanh(" + terms.vector(last, 1) + ");");
    }
}
