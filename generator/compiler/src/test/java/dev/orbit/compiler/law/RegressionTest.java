package dev.orbit.compiler.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.driver.Choices;
import dev.orbit.compiler.driver.Compilation;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.Compiler;
import dev.orbit.compiler.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What random models found, each as the smallest spec that shows it. */
class RegressionTest {
    private static final double TOLERANCE = 1e-12;

    /** Written out, log(1 + u) has lost the digits of a small u: there the stable form alone can be the witness. */
    @Test
    void aStableFormKeepsDigitsThatWhatWasWrittenLoses() {
        String text = "model Small; param p in (0, inf); residual log(1 + 1e-7 * p);";

        GradientLaw law = GradientLaw.emitted("Small", text, 1);

        assertEquals(2, law.hold(2, 0, TOLERANCE).finite());
        assertEquals(List.of(), EmittedLaw.broken(List.of(law)));
    }

    /** Over no steps a maximum is -inf; no step reads the state that starts there, so the loss is finite. */
    @Test
    void aStartThatIsNotFiniteAndNotReadIsNoMatterOfTheLaw() {
        String text = "model Unread; dim T; input r per step; param p;"
                + " state s = max(over steps: r) / (1 + p^2); step { s' = p * s + r; } iterate t in 2..T; loss p^2 * T;";

        for (int seed = 0; seed < 20; seed++) {
            GradientLaw law = GradientLaw.emitted("Unread" + seed, text.replace("Unread", "Unread" + seed), seed);
            assertEquals(2, law.hold(2, 0, TOLERANCE).finite());
            assertEquals(List.of(), EmittedLaw.broken(List.of(law)));
        }
    }

    /** The evaluator knows higher derivatives of stand-ins; the interfaces that a class takes its functions by do not. */
    @Test
    void aSecondDerivativeOfAnAbstractFunctionIsRefusedWhereItStands() {
        String text = "model Steep;\ninput x;\nparam p;\nfunction w(u);\nloss p + w'(p * x)^2;\n";
        SourceFile source = new SourceFile("Steep.orbit", text);

        Compilation compilation =
                new Compiler().compile(new CompileRequest(source, Choices.NONE, CompileRequest.Depth.EMIT));

        List<Diagnostic> errors = compilation.diagnostics().inOrder().stream()
                .filter(Diagnostic::isError)
                .toList();
        assertEquals(List.of("ORB514"), errors.stream().map(Diagnostic::code).toList());
        int at = errors.get(0).at().orElseThrow().span().start();
        assertEquals(
                "5:10", source.position(at).line() + ":" + source.position(at).column());
        GradientLaw law = GradientLaw.emitted("Steep", text, 1);
        assertFalse(law.hasClass());
        assertEquals(2, law.hold(2, 0, TOLERANCE).finite());
    }

    @Test
    void aFirstDerivativeOfAnAbstractFunctionOfDataIsTaken() {
        String text = "model Gentle; input x; param p; function w(u); loss (w(p) - w'(x))^2;";

        GradientLaw law = GradientLaw.emitted("Gentle", text, 1);

        assertTrue(law.hasClass());
        assertEquals(2, law.hold(2, 0, TOLERANCE).finite());
        assertEquals(List.of(), EmittedLaw.broken(List.of(law)));
    }

    /** The state before each step is kept in one array with the state after it; here it is also another state's next. */
    @Test
    void aStateThatBecomesAnotherIsKeptForBoth() {
        keepsItsBits("""
                model Shift;
                dim T;
                param p in (0.2, 0.9);
                function w(u, v);
                state a = p;
                state b = p^2;
                state c = p^-1;
                step {
                  a' = b;
                  if p > a { b' = w(b, c) * p; } else if p > 2 { b' = tanh(p); }
                  c' = 0.5 * (p * a + p);
                }
                iterate T;
                loss a;
                """);
    }

    /** What a loop inside a branch collects, the loop of its adjoint reads inside another branch. */
    @Test
    void aBranchMayHoldALoopWhoseStatesAreKept() {
        keepsItsBits("""
                model Inside;
                dim T;
                input r per step;
                param p, q;
                let l = if q > 0 then max(over steps: r * p) else 0;
                step { loss r * p; }
                iterate T;
                loss l^2;
                """);
    }

    /** The branch not taken gives the gradient by data per step as many zeros as there are rows. */
    @Test
    void aBranchMayHoldTheGradientByDataPerStep() {
        keepsItsBits("""
                model Rows;
                dim T;
                input r per step;
                param p, q;
                differentiate p, q, r;
                let l = if q > 0 then sum(over steps: sin(r * p)) else 0;
                step { loss p; }
                iterate T;
                loss l^2 + p;
                """);
    }

    /** A condition inside a branch is kept for the way back; the branch not taken keeps as many truths that do not hold. */
    @Test
    void aBranchMayHoldALoopWhoseConditionsAreKept() {
        keepsItsBits("""
                model Truths;
                dim T;
                input r per step;
                param p, q;
                let l = if q > 0 then mean(over steps: if exp(p * r) > 1.1 then sin(p) else p) else 0;
                step { loss r * p; }
                iterate T;
                loss l^2;
                """);
    }

    private static String large(String wrt, String last) {
        StringBuilder text = new StringBuilder("model Large; input x; param p, q in (0.2, 0.9);" + wrt);
        for (int i = 0; i < 150; i++) {
            String before = i == 0 ? "x" : "l" + (i - 1);
            text.append("let l" + i + " = sin(p * " + before + " + " + (i + 1) + ") / (1.5 + " + before + "^2);");
        }
        return text + "loss l149 * " + last + ";";
    }

    /** Where the first part of a large method declares a parameter, what remains of the method must read it again. */
    @Test
    void whatRemainsOfALargeMethodReadsItsParametersAgain() {
        keepsItsBits(large("", "q"));
    }

    /** Methods that differ in their arguments have one name; their parts have arguments alike. */
    @Test
    void partsOfMethodsOfOneNameHaveNamesOfTheirOwn() {
        keepsItsBits(large("differentiate p, x;", "q"));
    }

    /** What a loop inside makes of a state must not lie where the state's own next value goes. */
    @Test
    void aStateThatARepeatStartsFromIsItsOwn() {
        keepsItsBits("model Spec; dim n = 3, T; input c in 1..2 per step; param p, a[n], b[n];"
                + " function again(z) = 0.5 * tanh(z) + 0.1 * z; state h[n] = a; state Q[n] = b;"
                + " step { h' = 0.7 * tanh(p * Q); Q' = repeat(again, c, h); } iterate T; loss sum(h) + dot(Q, Q);");
    }

    /** One side of a branch hands out one value twice: into a row of the caller's array, and to be read on. */
    @Test
    void aValueThatABranchHandsOutTwiceIsInBothPlaces() {
        keepsItsBits("model Spec; dim m = 2, T; input u[m] per step; target y[m] per step; param b[m];"
                + " differentiate b, u; state h[m] = b;"
                + " step { h' = 0.7 * h; if known(y) { loss sum((y - (h + u)).^2); } } iterate T; loss sum(h);");
    }

    /** Seed 14975 of the shaped models: heights that differ from step to step are known inside of the loop alone. */
    @Test
    void aBranchMayHoldALoopOverRepeatsThatDataCount() {
        keepsItsBits("model Spec; dim n = 2, T; input c in 1..4 per step; param p, b[n];"
                + " function again(z) = 0.5 * tanh(z) + 0.1 * z; state Q[n] = b;"
                + " step { Q' = repeat(again, c, b * p + 0.1 * Q); loss p; } iterate T;"
                + " residual (if p < tanh(p) then b else cos(Q));");
    }

    private static void keepsItsBits(String text) {
        GradientLaw law = GradientLaw.emitted("Spec", text, 1);

        assertEquals(3, law.hold(3, 0, TOLERANCE).finite());

        assertTrue(law.hasClass());
        assertEquals(List.of(), EmittedLaw.broken(List.of(law)));
    }
}
