package dev.orbit.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The step as it is meant: in order, taken apart, each name one symbol. */
class StepTest {
    private static Model model(String data, String step) {
        return Checked.clean("model Example;\ndim T;\n" + data + "\niterate T;\nstep {\n" + step + "\n}\n");
    }

    @Test
    void whatIsReadComesFirst() {
        Model model = model(
                "input x per step; param a; state h = 0; state y = 0;",
                "loss (y - e)^2; y' = h' + g; g = 2 * e; h' = a * h + e; e = x - h;");
        List<String> order = Checked.order(model.step());
        assertEquals(List.of("e", "loss", "g", "h'", "y'"), order);
    }

    @Test
    void theAuthorsOrderIsKeptWhereItCanBe() {
        Model model = model(
                "input x per step; param a; state h = 0;", "e = x - h; f = a * x; h' = e; g = f; loss e + f + g;");
        assertEquals(List.of("e", "f", "h'", "g", "loss"), Checked.order(model.step()));
    }

    @Test
    void aLagBreaksACircle() {
        Model model =
                model("input y per step; param a, e0;", "e = y - a * lag(f, 1, 0); f = lag(e, 2, e0) + e; loss e^2;");
        assertEquals(List.of("e", "f", "loss"), Checked.order(model.step()));
    }

    @Test
    void theShapeOfWhatIsLaggedFollowsFromItsEquation() {
        Model model =
                model("dim n = 3; input y[n] per step; param M[n, n];", "e = y - M * lag(e, 1, 0); loss sum(e.^2);");
        Statement.Define define =
                assertInstanceOf(Statement.Define.class, model.step().get(0));
        assertEquals("[n]", define.intermediate().shape().toString());
        Expr.Chain chain = assertInstanceOf(Expr.Chain.class, define.value());
        Expr.Chain product =
                assertInstanceOf(Expr.Chain.class, chain.rest().get(0).operand());
        Expr.Lag lag = assertInstanceOf(Expr.Lag.class, product.rest().get(0).operand());
        assertSame(
                define.intermediate(),
                assertInstanceOf(Expr.Reference.class, lag.of()).symbol(),
                "the lag and the equation speak of one symbol");
        assertInstanceOf(Expr.Fill.class, lag.before());
    }

    @Test
    void aStackIsTakenApartByItsRowBlocks() {
        Model model = model(
                "dim n = 2, k = 3; input x[n], u per step; param A[k, n];" + "state h[k] = 0; state q = 0;",
                "[p; h'; _; q'] = [x; A * x + h; u; u - 1]; loss sum(p) + sum(h) + q;");
        assertEquals(List.of("stacked", "p", "h'", "q'", "loss"), Checked.order(model.step()));
        Statement.Next q = assertInstanceOf(Statement.Next.class, model.step().get(3));
        assertTrue(q.value().shape().isScalar());
        assertEquals("[k]", next(model, 2).value().shape().toString());
    }

    private static Statement.Next next(Model model, int number) {
        return assertInstanceOf(Statement.Next.class, model.step().get(number));
    }

    @Test
    void rowBlocksPassThroughProductsSumsAndFunctions() {
        Model model = model(
                "dim n = 2, k = 3; input x[n] per step; param A[k, n], b[n + k]; state h[k] = 0;"
                        + "let M = [1, 0; A, 1];",
                "[p; h'] = tanh(2 * (M * [x; h] + b)); loss sum(p) + sum(h);");
        Statement.Define p =
                assertInstanceOf(Statement.Define.class, model.step().get(1));
        assertEquals("[n]", p.intermediate().shape().toString());
    }

    @Test
    void writtenSizesTakeApartWhatHasNoBlocks() {
        Model model = model(
                "dim n = 2, k = 3; input x[n] per step; param W[3*k, n]; state h[k] = 0;",
                "[r[k]; z[k]; h'] = W * x; loss sum(r) + sum(z) + sum(h);");
        assertEquals(List.of("stacked", "r", "z", "h'", "loss"), Checked.order(model.step()));
    }

    @Test
    void anIntermediateOfEveryBranchIsOneSymbol() {
        Model model = model(
                "dim n = 2; input x[n] per step; param a; state h = 0;",
                "if a > 0 { e = 0; h' = sum(e); } else if a < -1 { e = a * x; f = 1; h' = f; } else { e = x; }"
                        + " loss sum(e) + h';");
        Statement.Branch branch =
                assertInstanceOf(Statement.Branch.class, model.step().get(0));
        assertEquals(1, branch.joined().size());
        Symbol e = branch.joined().get(0);
        assertEquals("[n]", e.shape().toString());
        for (Statement.Arm arm : branch.arms()) {
            assertSame(e, defined(arm.statements()), "each arm defines the same symbol");
        }
        assertSame(e, defined(branch.otherwise()));
        assertEquals(List.of("h"), branch.states().stream().map(Symbol::name).toList());
    }

    private static Symbol defined(List<Statement> statements) {
        return assertInstanceOf(Statement.Define.class, statements.get(0)).intermediate();
    }

    @Test
    void aStateThatNothingSetsIsItselfAfterTheStep() {
        Checked checked = Checked.of("model Example; input x; param a; state h = x; state k = a;"
                + "step { h' = h + k'; } iterate 3; loss h^2;");
        assertEquals(List.of("ORB218:1"), checked.codes());
        Statement.Next next = assertInstanceOf(
                Statement.Next.class, checked.model().orElseThrow().step().get(0));
        Expr.Chain sum = assertInstanceOf(Expr.Chain.class, next.value());
        assertInstanceOf(Expr.Reference.class, sum.rest().get(0).operand());
    }

    @Test
    void entriesAreSetOneByOne() {
        Model model = model(
                "dim k = 4; input c in 1..k, r per step; param a; state Q[k] = 0; state z[2] = 0;",
                "Q'[c] = Q[c] + a * (r - Q[c]); z'[1] = z[2]; z'[2] = r; loss z'[1] * Q[c] + Q'[c];");
        assertEquals(List.of("Q'[]", "z'[]", "z'[]", "loss"), Checked.order(model.step()));
    }

    @Test
    void anOutputOfItsOwnNameOffersWhatThereIs() {
        Model model = Checked.clean(
                "model Example; input x; param a; state h = x; step { h' = a * h; output h = h'; } iterate 3;"
                        + " output last = h; loss last^2;");
        Statement.Predict predict =
                assertInstanceOf(Statement.Predict.class, model.step().get(1));
        assertEquals(Role.OUTPUT, predict.output().symbol().role());
        assertEquals("h", predict.output().symbol().name());
        assertEquals("last", model.outputs().get(0).symbol().name());
    }

    @Test
    void theRangeOfStepsIsKept() {
        Model model = Checked.clean("model Example; dim T; input x per step; param a; iterate t in 2..T;"
                + " step { loss (x - a * t)^2; }");
        Iteration iteration = model.iteration().orElseThrow();
        assertEquals(2, iteration.first());
        assertEquals("t", iteration.index().orElseThrow().name());
        assertInstanceOf(Iteration.Last.Open.class, iteration.last());
    }

    @Test
    void aModelWithoutAStepRunsOverTheRowsOfItsData() {
        Model model =
                Checked.clean("model Example; dim T; input x per step; param a; loss sum(over steps: (x - a)^2);");
        assertInstanceOf(
                Iteration.Last.Open.class, model.iteration().orElseThrow().last());
    }
}
