package dev.orbit.compiler.analyse;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.symbolic.Assumptions;
import dev.orbit.compiler.symbolic.Symbolic;
import dev.orbit.compiler.symbolic.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the notebook shows, cell by cell, written down here by hand, is what is explained: for all values of its symbols and any
 * functions w and s.
 */
class SeedNotebookTest {
    private static final Symbolic SYMBOLIC = new Symbolic(Duration.ofSeconds(20));

    private final Formulas f = new Formulas();
    private final Model model = seed();
    private final Formula a = f.symbol("a");
    private final Formula b = f.symbol("b");
    private final Formula c = f.symbol("c");
    private final Formula d = f.symbol("d");
    private final Formula x = f.symbol("x");
    private final Formula h0 = f.symbol("h0");
    private final Formula target = f.symbol("y_true");
    private final Formula epsilon = f.symbol("epsilon");
    private final Formula w = f.call("w", List.of(), List.of(x));
    private final Formula zero = f.number(0);

    private static Model seed() {
        try {
            String text = Files.readString(Path.of("../../samples/Correction.orbit"));
            return DerivationTest.model("Correction.orbit", text.replace("function s(u) = tanh(u);", "function s(u);"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Formula sum(Formula... parts) {
        Formula sum = parts[0];
        for (int i = 1; i < parts.length; i++) {
            sum = f.add(sum, parts[i]);
        }
        return sum;
    }

    private Formula product(Formula... parts) {
        Formula product = parts[0];
        for (int i = 1; i < parts.length; i++) {
            product = f.multiply(product, parts[i]);
        }
        return product;
    }

    private Formula s(Formula u) {
        return f.call("s", List.of(), List.of(u));
    }

    private Formula slope(Formula u) {
        return f.call("s", List.of(0), List.of(u));
    }

    private void show(int steps, String asked, List<Claim.Substitution> at, Formula... expected) {
        List<Formula> found = Unrolled.of(model, steps, List.of(asked), at).values();
        assertTrue(found.size() == expected.length, asked + ": " + found);
        for (int i = 0; i < expected.length; i++) {
            Formula own = new Substitution(f, Map.of()).into(found.get(i));
            Verdict verdict = SYMBOLIC.decideEqual(own, expected[i], Assumptions.NONE);
            assertTrue(verdict instanceof Verdict.Equal, asked + " " + i + ": " + own + " is not " + expected[i]);
            Verdict other = SYMBOLIC.decideEqual(own, f.add(expected[i], x), Assumptions.NONE);
            assertFalse(other instanceof Verdict.Equal, "a proof of anything is no proof");
        }
    }

    private List<Claim.Substitution> start(String name) {
        Init init = model.inits().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Substituted.settings(init);
    }

    private Formula r1() {
        return sum(product(b, x), product(d, h0));
    }

    private Formula h1() {
        return s(r1());
    }

    private Formula y1() {
        return sum(product(a, h0), w);
    }

    private Formula r2() {
        return sum(product(b, x), product(c, y1()), product(d, h1()));
    }

    private Formula y2() {
        return sum(product(a, h1()), w);
    }

    private Formula y3() {
        return sum(product(a, s(r2())), w);
    }

    private Formula error() {
        return f.subtract(target, y3());
    }

    @Test
    void iteratedOnce() {
        show(1, "state", List.of(), y1(), h1());
    }

    @Test
    void iteratedThreeTimes() {
        Formula h3 = s(sum(product(b, x), product(c, y2()), product(d, s(r2()))));
        show(3, "state", List.of(), y3(), h3);
    }

    @Test
    void predictionAndLoss() {
        show(3, "y", List.of(), y3());
        show(3, "loss", List.of(), product(error(), error()));
    }

    @Test
    void gradients() {
        Formula outer = product(f.number(-2), error());
        Formula inner = product(outer, a, slope(r2()));
        show(
                3,
                "gradient",
                List.of(),
                sum(product(outer, s(r2())), product(inner, c, h0)),
                product(inner, sum(x, product(d, slope(r1()), x))),
                product(inner, y1()),
                product(inner, sum(h1(), product(d, slope(r1()), h0))));
    }

    @Test
    void lossAndGradientsAtZero() {
        Formula error = f.subtract(target, w);
        show(3, "loss", start("zero"), product(error, error));
        show(3, "gradient", start("zero"), product(f.number(-2), error, s(zero)), zero, zero, zero);
    }

    /** The sample's start {@code gentle}: a = 0, the others epsilon. */
    @Test
    void lossAndGradientsAtTheGentleStart() {
        Formula error = f.subtract(target, w);
        Formula inner = s(product(epsilon, sum(x, h0)));
        Formula h2 = s(product(epsilon, sum(x, w, inner)));
        show(3, "loss", start("gentle"), product(error, error));
        show(3, "gradient", start("gentle"), product(f.number(-2), error, h2), zero, zero, zero);
    }

    @Test
    void lossAndGradientsAtAllEpsilon() {
        Formula e = epsilon;
        Formula u1 = product(e, sum(x, h0));
        Formula y1 = sum(product(e, h0), w);
        Formula u2 = product(e, sum(x, y1, s(u1)));
        Formula error = f.subtract(target, sum(product(e, s(u2)), w));
        Formula outer = product(f.number(-2), error);
        Formula inner = product(outer, e, slope(u2));
        show(3, "loss", all(), product(error, error));
        show(
                3,
                "gradient",
                all(),
                sum(product(outer, s(u2)), product(inner, e, h0)),
                product(inner, x, sum(f.number(1), product(e, slope(u1)))),
                product(inner, y1),
                product(inner, sum(s(u1), product(e, slope(u1), h0))));
    }

    private List<Claim.Substitution> all() {
        return model.parameters().stream()
                .map(parameter -> new Claim.Substitution(
                        parameter.symbol(),
                        new Expr.Reference(
                                model.constants().get(0).symbol(),
                                parameter.symbol().span())))
                .toList();
    }
}
