package dev.orbit.compiler.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.check.Check;
import dev.orbit.compiler.check.Overrides;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a start does to the loss and its gradients, and why. */
class StartsTest {
    private static final String SEED = """
            model Seed;
            input x, h0;
            target y_true;
            param a, b, c, d;
            function w(x);
            function s(u) = tanh(u);
            state y = 0;
            state h = h0;
            step {
              y' = a * h + w(x);
              r = b * x + c * y + d * h;
              h' = s(r);
            }
            iterate 3;
            loss (y_true - y)^2;
            constant epsilon = 0.001;
            """;

    @Test
    void atZeroNothingMovesAndEachPathEndsWhereItDoes() {
        List<String> lines = lines(SEED + "init zero { a = 0; b = 0; c = 0; d = 0; }", "zero");
        assertLine(lines, "the loss is what it is without a, b, c and d: they are zero");
        assertLine(lines, "  b moves r and h, but never the loss: y reads h only through a, and a = 0 here");
        assertLine(
                lines,
                "  a moves y, but never the loss: r reads y only through c, and c = 0 here; "
                        + "y reads a only through h, and h = 0 in step 3");
        assertLine(
                lines,
                "  c moves r and h, but never the loss: y reads h only through a, and a = 0 here; "
                        + "r reads c only through y, and y = 0 in step 1");
        assertEquals(
                4,
                lines.stream()
                        .filter("  it stays zero: no parameter moves"::equals)
                        .count());
    }

    @Test
    void aGentleStartLeavesTheLossAloneAndWakesAfterOneStep() {
        List<String> lines = lines(SEED + "init gentle { a = 0; b = epsilon; c = epsilon; d = epsilon; }", "gentle");
        assertLine(
                lines,
                "the loss is what it is without a, b, c and d, whatever b, c and d are while a = 0: proved for 3 steps");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("gradient(a) is not zero")), lines::toString);
        assertEquals(
                3,
                lines.stream()
                        .filter("  it wakes after one step of gradient descent"::equals)
                        .count());
    }

    /** s(0) = 0: the orders that the seed's claims state, found without being told. */
    @Test
    void atEpsilonTheOrdersAreOneOneOneTwo() {
        List<String> lines =
                lines(SEED + "init small { a = epsilon; b = epsilon; c = epsilon; d = epsilon; }", "small");
        Map<String, Integer> orders = Map.of("a", 1, "b", 1, "c", 1, "d", 2);
        orders.forEach((name, order) -> assertTrue(
                lines.stream()
                        .anyMatch(line -> line.startsWith("  gradient(" + name + ") begins with epsilon^" + order
                                + ", exactly: the coefficient is ")),
                lines::toString));
        assertTrue(
                lines.get(0).startsWith("the loss is not what it is without a, b, c and d: about "), lines::toString);
    }

    @Test
    void everyConstantOfAStartHasItsOrder() {
        List<String> lines = lines("""
                model Two;
                input x;
                param a, b;
                constant epsilon = 0.1;
                constant delta = 0.1;
                loss a^3 * x + a * b^2;
                init small { a = epsilon; b = delta; }
                """, "small");
        assertTrue(
                lines.stream().anyMatch(line -> line.contains("gradient(b) begins with epsilon^1")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("gradient(b) begins with delta^1")), lines::toString);
    }

    @Test
    void whatNeverWakesIsProvedToSleep() {
        List<String> lines = lines("""
                model Asleep;
                input x;
                target y;
                param a, b, c;
                loss (y - a * x - b * c)^2;
                init start { a = 1; b = 0; c = 0; }
                """, "start");
        assertLine(lines, "  b moves nothing: the loss reads b only through c, and c = 0 here");
        assertEquals(
                2,
                lines.stream()
                        .filter("  it stays zero after one step of gradient descent: proved"::equals)
                        .count());
    }

    @Test
    void aFlatFunctionEndsAPath() {
        List<String> lines = lines("""
                model Flat;
                input x;
                target y;
                param a, b;
                let u = a * x;
                let v = relu(-1 - u^2);
                let z = b * x;
                let e = z - z;
                loss (y - v)^2 + e^2;
                init start { a = 1; b = 1; }
                """, "start");
        assertLine(
                lines, "  a moves u, but never the loss: v reads u only where relu is flat here (at a random example)");
        assertLine(lines, "  b moves z and e, but never the loss: the loss reads e only where the square is flat here");
    }

    @Test
    void waysThatCancelAreToldApartFromWaysThatEnd() {
        List<String> lines = lines("""
                model Cancel;
                input x;
                param a;
                let u = a * x;
                loss u - a * x + x;
                init start { a = 1; }
                """, "start");
        assertLine(lines, "  a reaches the loss on several ways that cancel");
    }

    /** Three steps say nothing of what looks back twelve. */
    @Test
    void whatMovesOnlyLaterIsSeenByValuesOfMoreSteps() {
        List<String> lines = lines("""
                model Late;
                dim T;
                input y per step;
                param a, b;
                state e = 0;
                step { e' = y - a * e - b * lag(y, 12, 0); loss e'^2; }
                iterate T;
                init zero { a = 0; b = 0; }
                """, "zero");
        assertLine(lines, "gradient(b) is zero in the first steps and not later, by values");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("gradient(a) is not zero: ")), lines::toString);
    }

    private static final String LARGE = """
            model Large;
            dim n = 6;
            dim k = 8;
            dim m = 3;
            dim T = 200;
            input x[n] per step;
            target y[m];
            param W[k, n], U[k, k], V[m, k], v[m];
            state h[k] = 0;
            step { h' = tanh(W * x + U * h); }
            iterate T;
            loss sum((y - V * h - v).^2);
            init closed { W = glorot(); U = 0; V = 0; v = 0; }
            """;

    @Test
    void aModelWithManyNumbersIsLookedAtByValues() {
        List<String> lines = lines(LARGE, "closed");
        assertLine(
                lines,
                "by values at 8 random examples for 3 steps; too many numbers for closed forms, so nothing here is proved");
        assertLine(lines, "the loss is what it is without W, U, V and v, at 4 random examples");
        assertLine(lines, "gradient(W) is zero");
        assertLine(lines, "  W moves h, but never the loss: the loss reads h only through V, and V = 0 here");
        assertLine(lines, "  it wakes after one step of gradient descent");
        assertLine(lines, "gradient(V) is not zero: rank 3 of 3");
    }

    /** What is taken apart has no name of its own, and parts that are alike share a sentence. */
    @Test
    void partsOfAStackAreToldTogether() {
        List<String> lines = lines("""
                model Parts;
                dim k = 5;
                input x;
                target y;
                param u[2*k, k], b[2*k], v[k];
                state h[k] = 0;
                step {
                  [i[k]; g[k]] = b * x + u * h;
                  h' = sigmoid(i) .* tanh(g);
                }
                iterate 3;
                loss (y - dot(v, h))^2;
                init closed { u = glorot(); b = 0.5; v = 0; }
                """, "closed");
        assertLine(
                lines,
                "  u moves i, g and h, but never the loss: the loss reads h only through v, and v = 0 here; "
                        + "i and g read u only through h, and h = 0 in step 1");
    }

    @Test
    void ranksAndZeroRowsAreCounted() {
        assertEquals("rank 1 of 2, 1 of 3 rows zero", new GradientShape(new double[] {1, 2, 0, 0, 2, 4}, 3, 2).text());
        assertEquals(
                "rank 0 of 1, 1 of 1 rows zero, 2 of 2 columns zero", new GradientShape(new double[2], 1, 2).text());
        assertEquals(2, new GradientShape(new double[] {0, 1, 1, 0}, 2, 2).rank());
        assertEquals(2, new GradientShape(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, 3).rank());
        assertEquals("1 of 2 entries zero", new GradientShape(new double[] {0, 3}, 2, 1).entriesText());
    }

    private static void assertLine(List<String> lines, String line) {
        assertTrue(lines.contains(line), () -> line + "\nis not in\n" + String.join("\n", lines));
    }

    @Test
    void theLintWaitsForWhatReadsThePast() {
        String late = """
                model Late;
                dim T;
                input y per step;
                param a, b, c, d;
                state e = 0;
                step { e' = y - a * e - b * lag(y, 12, 0) - c * d * e; loss e'^2; }
                iterate T;
                init zero { a = 0; b = 0; c = 0; d = 0; }
                """;
        Diagnostics diagnostics = new Diagnostics();
        Starts.lint(model(late), diagnostics);
        assertEquals(
                List.of("`c`", "`d`"),
                diagnostics.inOrder().stream()
                        .map(said -> said.message().replaceAll(".*the gradient of (`.`) is zero: .*", "$1"))
                        .toList());
    }

    private static List<String> lines(String spec, String start) {
        return Starts.of(model(spec)).get(start);
    }

    private static Model model(String spec) {
        Diagnostics diagnostics = new Diagnostics();
        Model model = SpecParser.parse(new SourceFile("Start.orbit", spec), diagnostics)
                .flatMap(read -> Check.check(read, Overrides.NONE, diagnostics))
                .orElseThrow(() -> new AssertionError(diagnostics.inOrder().toString()));
        assertFalse(diagnostics.hasErrors(), () -> diagnostics.inOrder().toString());
        return model;
    }
}
