package dev.orbit.compiler.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A branch that is not taken has no influence: not on the gradient either, wherever what it reads is computed. */
class UntakenBranchTest {
    private static final double NO = Double.NaN;

    private static final String RESIDUALS = """
            model Residuals;
            dim T;
            target y per step;
            param m, f;
            step {
              u = (y - m) / f;
              if known(y) { loss u^2; }
            }
            iterate T;
            """;

    private static final String KALMAN = """
            model Level;
            dim T;
            target y per step;
            param q, r in (0, inf);
            state a = 0;
            state P = 1;
            step {
              %s
            }
            iterate T;
            """;

    private static final String GAIN = "F = P + r; v = y - a; K = P / F;";

    private static final String LEVEL = """
            model Level;
            dim T;
            target y per step;
            input z per step;
            param m, f;
            step {
              %s
            }
            iterate T;
            """;

    private static final String VECTORS = """
            model Vectors;
            dim n = 2, T;
            target y[n] per step;
            param W[n, n], f[n];
            state h[n] = f;
            step {
              %s
            }
            iterate T;
            """;

    private static List<Double> outputs(String text, int steps, List<Datum<Double>> arguments) {
        Pipeline pipeline = Pipeline.of("Spec", text);
        List<Double> outputs = new ArrayList<>();
        new Evaluator<>(new Doubles())
                .evaluate(pipeline.derivative(), arguments, Map.of("T", steps))
                .forEach(datum -> outputs.addAll(GradientLaw.flat(datum)));
        assertTrue(outputs.stream().allMatch(Double::isFinite), outputs.toString());
        assertTrue(outputs.stream().filter(entry -> entry != 0).count() > 2, outputs.toString());
        return outputs;
    }

    private static List<Double> scalar(String text, double... rows) {
        return outputs(text, rows.length, List.of(Datum.of(0.3), Datum.of(1.7), Datum.column(rows)));
    }

    /** The arguments of {@link #LEVEL}: y and z by turns. */
    private static List<Datum<Double>> rows(double... byTurns) {
        double[] y = new double[byTurns.length / 2];
        double[] z = new double[byTurns.length / 2];
        for (int i = 0; i < y.length; i++) {
            y[i] = byTurns[2 * i];
            z[i] = byTurns[2 * i + 1];
        }
        return List.of(Datum.of(0.3), Datum.of(1.7), Datum.column(y), Datum.column(z));
    }

    private static List<Double> level(String text, double... byTurns) {
        return outputs(text, byTurns.length / 2, rows(byTurns));
    }

    private static List<Double> vector(String text) {
        Datum<Double> rows = new Datum.Stack<>(
                List.of(Datum.of(0.5, 1.0), Datum.of(NO, NO), Datum.of(-0.25, 0.5), Datum.of(NO, 2.0)));
        return outputs(text, 4, List.of(Datum.of(0.3, -0.2, 0.1, 0.4), Datum.of(1.5, 0.7), rows));
    }

    private static void keepsItsBits(String text) {
        GradientLaw law = GradientLaw.emitted("Spec", text, 3);
        assertEquals(3, law.hold(3, 40, 1e-12).finite());
        assertTrue(law.hasClass());
        assertEquals(List.of(), EmittedLaw.broken(List.of(law)));
    }

    @Test
    void aRowThatIsMissingIsAsIfItWereNotThere() {
        assertEquals(scalar(RESIDUALS, 1, 2.5, -0.75), scalar(RESIDUALS, 1, NO, 2.5, NO, -0.75, NO));
        keepsItsBits(RESIDUALS);
    }

    @Test
    void aFilterMayNameItsGainBeforeItAsksForTheObservation() {
        String inside = KALMAN.formatted("if known(y) { " + GAIN
                + " a' = a + K * v; P' = P * (1 - K) + q; loss log(F) + v^2 / F; } else { P' = P + q; }");
        String outside = KALMAN.formatted(GAIN
                + " if known(y) { a' = a + K * v; P' = P * (1 - K) + q; loss log(F) + v^2 / F; } else { P' = P + q; }");

        assertEquals(scalar(inside, 1, NO, 2.5, NO, NO, -0.75), scalar(outside, 1, NO, 2.5, NO, NO, -0.75));
        keepsItsBits(outside);
    }

    /** Three branches ask the same: what they share is theirs alone. */
    @Test
    void branchesOnOneConditionAreOne() {
        String inside = KALMAN.formatted("if known(y) { " + GAIN
                + " a' = a + K * v; P' = P * (1 - K) + q; loss log(F) + v^2 / F; } else { P' = P + q; }");
        String apart = KALMAN.formatted(GAIN + " a' = if known(y) then a + K * v else a;"
                + " P' = (if known(y) then P * (1 - K) else P) + q; if known(y) { loss log(F) + v^2 / F; }");

        assertEquals(scalar(inside, 1, NO, 2.5, NO, NO, -0.75), scalar(apart, 1, NO, 2.5, NO, NO, -0.75));
        keepsItsBits(apart);
    }

    @Test
    void soItIsWithVectors() {
        String inside = VECTORS.formatted(
                "if known(y) { u = (y - W * h) ./ f; h' = tanh(W * h + u); loss sum(u.^2); } else { h' = tanh(W * h); }");
        String outside = VECTORS.formatted(
                "u = (y - W * h) ./ f; h' = if known(y) then tanh(W * h + u) else tanh(W * h); if known(y) { loss sum(u.^2); }");

        assertEquals(vector(inside), vector(outside));
        keepsItsBits(outside);
    }

    /** What branches on different conditions read is computed where one of them is taken. */
    @Test
    void whatDifferentConditionsShareHasNoInfluenceWhereNoneHolds() {
        String text = LEVEL.formatted("u = (y - m) / f; if known(y) { loss u^2; }"
                + " if known(y) and z > 0 { loss exp(u); } loss tanh(m) * z;");

        assertEquals(level(text, 1, 2, 2.5, 1, -0.75, -1), level(text, 1, 2, NO, 0, 2.5, 1, -0.75, -1, NO, 0));
        keepsItsBits(text);
    }

    @Test
    void aChainOfConditionsMayShareWhatItsLastArmDoesNotRead() {
        String text = LEVEL.formatted("e = y - m; u = e / f;"
                + " if z > 1 { loss u^2; } else if z > 0 { loss exp(u) + e^2; } else { loss 0.1 * m^2; }");

        assertEquals(level(text, 1, 2, 2.5, 0.5, -0.75, -1, 1, -2), level(text, 1, 2, 2.5, 0.5, NO, -1, NO, -2));
        keepsItsBits(text);
    }

    @Test
    void conditionsWithinConditionsCountToo() {
        String text = LEVEL.formatted("e = y - m; u = e / f; if z > 0 { loss m^2; if known(y) { loss u^2; } }"
                + " if z < 2 { loss f^2; if known(y) { loss e * u; } }");

        level(text, 1, 1, NO, 1, 2.5, 3, NO, 3, -0.75, -1, NO, -1);
        keepsItsBits(text);
    }

    /** The second condition asks for what the first branch made of the shared value. */
    @Test
    void aConditionMayDependOnWhatIsShared() {
        String text = LEVEL.formatted("e = y - m; u = e / f; s = if known(y) then tanh(u) else 0.5 * m;"
                + " if s > 0.4 and known(y) { loss u^2 + s; } loss s^2;");

        level(text, 1, 1, NO, 1, 2.5, 3, NO, 3, -0.75, -1, NO, -1);
        keepsItsBits(text);
    }

    @Test
    void loopsAndVectorsAreShared() {
        String text = VECTORS.formatted("u = (y - W * h) ./ f; v = repeat(again, 3, u);"
                        + " h' = if known(y) then tanh(W * h + v) else tanh(W * h);"
                        + " if known(y[2]) and known(y[1]) and h[1] > -5 { loss sum(v.^2) + u[1]; }"
                        + " if known(y[2]) { loss (y[2] - h[2])^2; }")
                + "function again(z) = 0.5 * tanh(z) + 0.1 * z;";

        vector(text);
        keepsItsBits(text);
    }

    /** It is called once where a branch reads it, and not at all where none does. */
    @Test
    void aFunctionIsCalledWhereABranchReadsItAndOnce() {
        String text = LEVEL.formatted("e = w(y - m); if known(y) { loss e^2; } if known(y) and z > 0 { loss f * e; }")
                + "function w(x);";
        Pipeline pipeline = Pipeline.of("Spec", text);
        SmoothFunction w = new SmoothFunction(Calls.in(pipeline.lowered()).get("w"), 1);
        List<Double> asked = new ArrayList<>();
        Doubles counting = new Doubles(Map.of("w", (order, given) -> {
            asked.add(given.get(0).get(0));
            return w.call(order, given);
        }));
        new Evaluator<>(counting).evaluate(pipeline.primal(), rows(1, 1, NO, 0, 2.5, 1, 3, -1), Map.of("T", 4));

        assertEquals(List.of(1 - 0.3, 2.5 - 0.3, 3 - 0.3), asked);
        keepsItsBits(text);
    }
}
