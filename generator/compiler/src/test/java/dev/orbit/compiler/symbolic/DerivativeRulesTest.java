package dev.orbit.compiler.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apfloat.Apcomplex;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.INumber;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The derivative rule of each function that Symja knows, against Symja's own derivative, at random rational points to 50
 * digits. Neither knows of the other.
 */
class DerivativeRulesTest {
    private static final int DIGITS = 50;
    private static final int POINTS = 4;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TestFactory
    Stream<DynamicTest> ofOneVariable() {
        return Arrays.stream(Function1.values())
                .filter(f -> f.symjaHead().isPresent())
                .map(f -> dynamicTest(f.toString(), () -> compare(f)));
    }

    @TestFactory
    Stream<DynamicTest> ofTwoVariables() {
        return Arrays.stream(Function2.values())
                .filter(f -> f.symjaHead().isPresent() && f != Function2.POLYGAMMA)
                .map(f -> dynamicTest(f.toString(), () -> compare(f)));
    }

    private static void compare(Function1 f) {
        ISymbol x = F.Dummy("x1");
        SymjaArithmetic on = new SymjaArithmetic();
        IExpr value = on.apply(f, x);
        IExpr rule = f.derivative(on, x, value);
        assertAgree(F.D(value, x), rule, List.of(x), f.toString());
    }

    private static void compare(Function2 f) {
        ISymbol x = F.Dummy("x1");
        ISymbol y = F.Dummy("x2");
        SymjaArithmetic on = new SymjaArithmetic();
        IExpr value = on.apply(f, x, y);
        assertAgree(F.D(value, x), f.derivative1(on, x, y, value), List.of(x, y), f + " by x");
        assertAgree(F.D(value, y), f.derivative2(on, x, y, value), List.of(x, y), f + " by y");
    }

    private static void assertAgree(IExpr derivative, IExpr rule, List<ISymbol> symbols, String what) {
        Random random = new Random(what.hashCode());
        for (int i = 0; i < POINTS; i++) {
            List<IExpr> point = symbols.stream()
                    .<IExpr>map(symbol -> F.Rule(symbol, F.QQ(1 + random.nextInt(98), 99)))
                    .toList();
            BigDecimal byRule = number(rule, point);
            BigDecimal bySymja = number(derivative, point);
            BigDecimal error = byRule.subtract(bySymja).abs();
            assertTrue(
                    error.compareTo(bySymja.abs().max(BigDecimal.ONE).movePointLeft(DIGITS - 8)) <= 0,
                    () -> what + " at " + point + ": " + byRule + " by the rule, " + bySymja + " by Symja");
        }
    }

    private static BigDecimal number(IExpr expression, List<IExpr> point) {
        return Engine.run(LIMIT, engine -> evaluate(engine, expression, point)).orElseThrow();
    }

    private static BigDecimal evaluate(EvalEngine engine, IExpr expression, List<IExpr> point) {
        IExpr derived = engine.evaluate(expression);
        IExpr placed = F.ReplaceAll(derived, F.ListAlloc(point.toArray(new IExpr[0])));
        IExpr value = engine.evaluate(F.N(placed, F.ZZ(DIGITS)));
        Apcomplex number = ((INumber) value).apcomplexValue();
        assertEquals(0, number.imag().signum(), "a real number");
        Apfloat real = number.real();
        return new BigDecimal(real.toString());
    }

    /** Writes rules of the function table as Symja expressions. */
    private static final class SymjaArithmetic implements Arithmetic<IExpr> {
        @Override
        public IExpr constant(double c) {
            return F.fraction(
                    new BigDecimal(c).unscaledValue(), java.math.BigInteger.TEN.pow(new BigDecimal(c).scale()));
        }

        @Override
        public IExpr pi() {
            return S.Pi;
        }

        @Override
        public IExpr apply(Function1 f, IExpr x) {
            if (f == Function1.NEGATE) {
                return F.Negate(x);
            } else if (f == Function1.SQUARE) {
                return F.Sqr(x);
            } else if (f == Function1.RECIPROCAL) {
                return F.Power(x, F.CN1);
            } else if (f == Function1.GAUSSIAN) {
                return F.Exp(F.Negate(F.Sqr(x)));
            } else if (f == Function1.DIGAMMA) {
                return F.PolyGamma(F.C0, x);
            }
            return F.unaryAST1(head(f.symjaHead().orElseThrow()), x);
        }

        @Override
        public IExpr apply(Function2 f, IExpr x, IExpr y) {
            if (f == Function2.SUBTRACT) {
                return F.Subtract(x, y);
            } else if (f == Function2.DIVIDE) {
                return F.Divide(x, y);
            } else if (f == Function2.LOWER_POWER) {
                return F.Power(x, F.Subtract(y, F.C1));
            }
            return F.binaryAST2(head(f.symjaHead().orElseThrow()), x, y);
        }

        private static ISymbol head(String name) {
            return F.symbol(name);
        }
    }
}
