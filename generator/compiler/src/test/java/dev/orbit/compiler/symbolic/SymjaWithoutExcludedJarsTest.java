package dev.orbit.compiler.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The parent pom excludes jars that Symja asks for: what the compiler uses of Symja must work without them. */
class SymjaWithoutExcludedJarsTest {

    @BeforeAll
    static void keepSymjaFromStartingThreads() {
        Config.JAS_NO_THREADS = true;
    }

    @Test
    void differentiates() {
        ISymbol x = F.Dummy("x1");
        IExpr derivative = evaluate(F.D(F.Times(F.Tanh(x), F.Sqr(x)), x));
        IExpr byHand = F.Plus(F.Times(F.C2, x, F.Tanh(x)), F.Times(F.Sqr(x), F.Sqr(F.Sech(x))));
        assertEquals(evaluate(byHand), derivative);
    }

    @Test
    void bringsToOneDenominator() {
        ISymbol x = F.Dummy("x1");
        ISymbol y = F.Dummy("x2");
        IExpr together = evaluate(F.Together(F.Plus(F.Power(x, F.CN1), F.Power(y, F.CN1))));
        assertEquals(evaluate(F.Times(F.Plus(x, y), F.Power(F.Times(x, y), F.CN1))), together);
    }

    @Test
    void expands() {
        ISymbol x = F.Dummy("x1");
        ISymbol y = F.Dummy("x2");
        IExpr expanded = evaluate(F.ExpandAll(F.Sqr(F.Plus(x, y))));
        assertEquals(evaluate(F.Plus(F.Sqr(x), F.Times(F.C2, x, y), F.Sqr(y))), expanded);
    }

    private static IExpr evaluate(IExpr expression) {
        return new EvalEngine(true).evaluate(expression);
    }
}
