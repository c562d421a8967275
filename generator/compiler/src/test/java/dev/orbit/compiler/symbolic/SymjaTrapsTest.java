package dev.orbit.compiler.symbolic;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Facts about Symja that this room is built around. Each says what goes wrong if one forgets it; a release of Symja that
 * changes one is noticed here, and then the room can be built anew at that place.
 */
class SymjaTrapsTest {
    private final EvalEngine engine = new EvalEngine(true);
    private final ISymbol x = F.Dummy("x1");
    private final ISymbol y = F.Dummy("x2");

    @BeforeAll
    static void start() throws InterruptedException, ExecutionException {
        Engine.start().get();
    }

    @Test
    void doublesVanish() {
        assertEquals(x, evaluate(F.Plus(x, F.num(1e-15))));
        assertEquals(x, evaluate(F.Times(F.num(0.9999999999999999), x)));
    }

    @Test
    void exactNumbersDoNotVanish() {
        assertNotEquals(x, evaluate(F.Plus(x, F.QQ(1, 1_000_000_000_000_000L))));
        assertNotEquals(x, evaluate(F.Times(F.QQ(999_999_999_999_999L, 1_000_000_000_000_000L), x)));
    }

    @Test
    void evaluationForgetsDomains() {
        assertEquals(x, evaluate(F.Exp(F.Log(x))));
        assertEquals(x, evaluate(F.Sqr(F.Sqrt(x))));
    }

    @Test
    void evaluationReordersAndFlattens() {
        IExpr flat = evaluate(F.Plus(y, F.Plus(x, F.C1)));
        assertEquals(3, ((IAST) flat).argSize());
        assertEquals(F.C1, ((IAST) flat).arg1());
    }

    @Test
    void theSlopeOfTanhComesBackAsASecant() {
        IExpr slope = evaluate(F.D(F.Tanh(x), x));
        assertEquals(evaluate(F.Sqr(F.Sech(x))), slope);
    }

    @Test
    void whatHasNoDerivativeEverywhereIsNotDifferentiatedUsably() {
        List<IExpr> slopes = List.of(
                evaluate(F.D(F.Abs(x), x)),
                evaluate(F.D(F.Max(x, y), x)),
                evaluate(F.D(F.Min(x, y), x)),
                evaluate(F.D(F.Sign(x), x)),
                evaluate(F.D(F.If(F.Less(x, y), x, y), x)));
        assertAll(slopes.stream().map(slope -> () -> assertFalse(isRational(slope), slope.toString())));
    }

    @Test
    void possibleZeroIsNoProof() {
        ISymbol f = F.Dummy("f1");
        IExpr shifted = F.Plus(x, F.Power(F.C10, F.ZZ(-20)));
        IExpr difference = F.Subtract(F.unaryAST1(f, x), F.unaryAST1(f, shifted));
        assertTrue(evaluate(F.PossibleZeroQ(difference)).isTrue(), "PossibleZeroQ used to say yes");
        assertFalse(evaluate(F.Together(F.ExpandAll(difference))).isZero());
    }

    @Test
    void namesAreChangedSoThatHeadsAreToldByIdentity() {
        assertEquals("upper", F.Dummy("UPPER").getSymbolName());
        assertNotSame(F.Dummy("x1"), x);
        assertNotEquals(F.Dummy("x1"), x);
        assertTrue(evaluate(F.Plus(x, y)).head() == S.Plus);
        assertTrue(evaluate(F.Times(x, y)).head() == S.Times);
        assertTrue(evaluate(F.Sqr(x)).head() == S.Power);
    }

    @Test
    void userNamesAreTaken() {
        assertEquals(S.E, evaluate(F.Exp(F.C1)));
        assertEquals(S.Pi, evaluate(F.Times(F.C1, S.Pi)));
    }

    private static boolean isRational(IExpr expression) {
        if (expression instanceof IAST application) {
            boolean known =
                    application.head() == S.Plus || application.head() == S.Times || application.head() == S.Power;
            for (int i = 1; known && i <= application.argSize(); i++) {
                known = isRational(application.get(i));
            }
            return known;
        }
        return true;
    }

    private IExpr evaluate(IExpr expression) {
        EvalEngine.set(engine);
        engine.setQuietMode(true);
        return engine.evaluate(expression);
    }
}
