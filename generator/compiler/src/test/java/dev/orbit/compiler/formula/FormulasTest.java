package dev.orbit.compiler.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orbit.compiler.formula.Formula.Connective;
import dev.orbit.compiler.formula.Formula.Relation;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulasTest {
    private final Formulas f = new Formulas();
    private final Formula x = f.symbol("x");
    private final Formula y = f.symbol("y");
    private final Formula zero = f.number(0);
    private final Formula one = f.number(1);

    @Test
    void equalFormulasAreOneNode() {
        assertSame(f.add(x, y), f.add(x, y));
        assertSame(f.add(x, y), f.add(y, x));
        assertSame(f.multiply(x, y), f.multiply(y, x));
        assertNotSame(f.subtract(x, y), f.subtract(y, x));
        assertSame(f.call("w", List.of(1, 0), List.of(x, y)), f.call("w", List.of(0, 1), List.of(x, y)));
        assertSame(f.decimal(new java.math.BigDecimal("0.50")), f.number(Rational.of(1, 2)));
    }

    @Test
    void theOrderFirstWrittenIsShown() {
        Formula sum = f.add(y, x);
        assertEquals("y + x", sum.toString());
        assertEquals("y + x", f.add(x, y).toString());
    }

    @Test
    void formulasOfOtherMakersAreRefused() {
        Formulas others = new Formulas();
        others.symbol("a");
        others.symbol("b");
        assertThrows(IllegalArgumentException.class, () -> f.add(x, others.symbol("c")));
    }

    @Test
    void zerosAndOnesVanish() {
        assertSame(x, f.add(x, zero));
        assertSame(x, f.add(zero, x));
        assertSame(x, f.subtract(x, zero));
        assertSame(zero, f.multiply(zero, x));
        assertSame(zero, f.multiply(x, zero));
        assertSame(x, f.multiply(x, one));
        assertSame(x, f.divide(x, one));
        assertSame(zero, f.subtract(x, x));
        assertSame(one, f.power(x, 0));
        assertSame(x, f.power(x, 1));
    }

    @Test
    void signsMoveOutward() {
        Formula minusX = f.negate(x);
        assertSame(x, f.negate(minusX));
        assertSame(f.subtract(y, x), f.add(y, minusX));
        assertSame(f.add(y, x), f.subtract(y, minusX));
        assertSame(f.negate(f.multiply(x, y)), f.multiply(minusX, y));
        assertSame(f.multiply(x, y), f.multiply(minusX, f.negate(y)));
        assertSame(f.negate(f.divide(x, y)), f.divide(minusX, y));
        assertSame(f.power(x, 2), f.power(minusX, 2));
        assertSame(f.negate(f.power(x, 3)), f.power(minusX, 3));
    }

    @Test
    void numbersAreFoldedExactly() {
        assertSame(f.number(Rational.of(1, 3)), f.divide(one, f.number(3)));
        assertSame(
                f.decimal(new java.math.BigDecimal("0.3")),
                f.add(f.decimal(new java.math.BigDecimal("0.1")), f.decimal(new java.math.BigDecimal("0.2"))));
        assertSame(f.number(3), f.apply(Function1.SQRT, f.number(9)));
        assertSame(one, f.apply(Function1.EXP, zero));
        assertSame(f.number(6), f.subtract(f.add(f.number(6), x), x));
        assertSame(f.add(x, f.number(5)), f.add(f.add(x, f.number(2)), f.number(3)));
        assertSame(f.subtract(f.number(5), x), f.add(f.subtract(f.number(2), x), f.number(3)));
        assertSame(f.multiply(f.number(6), x), f.multiply(f.number(2), f.multiply(f.number(3), x)));
    }

    @Test
    void powersOfOneBaseAreOnePower() {
        assertSame(f.power(x, 2), f.multiply(x, x));
        assertSame(f.power(x, 3), f.multiply(x, f.power(x, 2)));
        assertSame(f.power(x, 6), f.power(f.power(x, 2), 3));
        assertEquals("1 / x^2", f.power(x, -2).toString());
    }

    @Test
    void whatDoesNotHoldForAllRealsIsLeftAlone() {
        assertEquals("x / x", f.divide(x, x).toString());
        assertEquals("sqrt(x)^2", f.power(f.apply(Function1.SQRT, x), 2).toString());
        assertEquals("sqrt(x^2)", f.apply(Function1.SQRT, f.power(x, 2)).toString());
        assertEquals(
                "exp(log(x))", f.apply(Function1.EXP, f.apply(Function1.LOG, x)).toString());
        assertEquals("1 / 0", f.divide(one, zero).toString());
        assertEquals("0 / x", f.divide(zero, x).toString());
        assertEquals("1 / (1 / x)", f.divide(one, f.divide(one, x)).toString());
        Formula infinity = f.constant(Formula.Constant.Kind.INFINITY);
        assertEquals("0 * inf", f.multiply(zero, infinity).toString());
        assertEquals("inf - inf", f.subtract(infinity, infinity).toString());
        assertEquals(
                "x^(-0.5)",
                f.apply(Function2.POWER, x, f.number(Rational.of(-1, 2))).toString());
    }

    @Test
    void knownConditionsChoose() {
        Formula smaller = f.compare(Relation.LESS, f.number(1), f.number(2));
        assertSame(x, f.conditional(smaller, x, y));
        assertSame(x, f.conditional(f.compare(Relation.LESS, x, y), x, x));
        assertSame(f.truth(false), f.compare(Relation.NOT_EQUAL, one, one));
        Formula unknown = f.logic(Connective.NOT, List.of(f.compare(Relation.LESS, x, y)));
        assertEquals("if not x < y then x else y", f.conditional(unknown, x, y).toString());
    }

    @Test
    void operandsComeBeforeWhatIsMadeOfThem() {
        Formula root = f.multiply(f.add(x, y), f.apply(Function1.TANH, f.subtract(x, y)));
        List<Formula> order = Traversal.bottomUp(List.of(root));
        order.forEach(node ->
                node.operands().forEach(operand -> assertEquals(true, order.indexOf(operand) < order.indexOf(node))));
        assertEquals(List.of(x, y), Traversal.symbols(List.of(root)));
    }

    @Test
    void substitutionIsSimultaneous() {
        Formula swapped = new Substitution(f, Map.of(x, y, y, x)).into(f.subtract(x, y));
        assertSame(f.subtract(y, x), swapped);
        Formula call = f.call("s", List.of(), List.of(x));
        assertSame(f.add(one, y), new Substitution(f, Map.of(call, one)).into(f.add(call, y)));
    }

    @Test
    void depthIsNoRecursion() {
        Formula chain = x;
        for (int i = 0; i < 100_000; i++) {
            chain = f.apply(i % 2 == 0 ? Function1.TANH : Function1.SIN, chain);
        }
        assertEquals(100_001, Traversal.bottomUp(List.of(chain)).size());
        assertEquals(50_000, OperationCount.of(List.of(chain)).functions().get("TANH"));
        Formula replaced = new Substitution(f, Map.of(x, zero)).into(chain);
        assertSame(zero, replaced);
        assertEquals("formula of 100001 parts", chain.toString());
    }
}
