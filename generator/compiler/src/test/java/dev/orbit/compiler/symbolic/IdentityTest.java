package dev.orbit.compiler.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private final Formulas f = new Formulas();
    private final Symbolic symbolic = new Symbolic(Duration.ofSeconds(60));
    private final Formula x = f.symbol("x");
    private final Formula y = f.symbol("y");
    private final Formula zero = f.number(0);
    private final Formula one = f.number(1);
    private final Formula two = f.number(2);

    @Test
    void multipliesOut() {
        proved(f.power(f.add(x, y), 2), f.add(f.add(f.power(x, 2), f.multiply(two, f.multiply(x, y))), f.power(y, 2)));
        proved(f.divide(f.subtract(f.power(x, 2), f.power(y, 2)), f.subtract(x, y)), f.add(x, y));
        proved(f.add(f.divide(one, x), f.divide(one, y)), f.divide(f.add(x, y), f.multiply(x, y)));
    }

    @Test
    void theFirstClaimOfTheSeed() {
        Formula target = f.symbol("y_true");
        Formula wx = call("w", x);
        Formula hidden = call("s", f.add(f.multiply(f.symbol("b"), x), f.multiply(f.symbol("c"), y)));
        Formula state = f.add(f.multiply(f.symbol("a"), hidden), wx);
        Formula loss = f.power(f.subtract(target, state), 2);
        Formula without = f.power(f.subtract(target, wx), 2);
        assertInstanceOf(Verdict.Different.class, symbolic.decideEqual(loss, without, Assumptions.NONE));
        assertInstanceOf(Verdict.Equal.class, symbolic.decideEqual(loss, without, given(f.symbol("a"), zero)));
    }

    @Test
    void whatIsAssumedOfASymbolHoldsInCounterexamples() {
        Formula.Symbol a = f.symbol("a");
        Formula left = f.add(f.multiply(a, x), call("w", x));
        Verdict refuted = symbolic.decideEqual(left, zero, given(zero, a));
        Witness witness = assertInstanceOf(Verdict.Different.class, refuted).witness();
        assertEquals(witness.calls(), List.of("w(" + witness.point().get(Name.of("x")) + ") = " + witness.left()));
        Assumptions negative =
                new Assumptions(List.of((Formula.Compare) f.compare(Formula.Relation.LESS, x, f.number(-2))));
        Verdict below = symbolic.decideEqual(f.apply(Function1.ABS, x), x, negative);
        Rational value = assertInstanceOf(Verdict.Different.class, below)
                .witness()
                .point()
                .get(Name.of("x"));
        assertTrue(value.compareTo(Rational.of(-2)) < 0);
    }

    @Test
    void abstractFunctionsOfEqualArgumentsAreEqual() {
        proved(call("s", f.power(f.add(x, one), 2)), call("s", f.add(f.add(f.power(x, 2), f.multiply(two, x)), one)));
        proved(call("s", call("w", f.multiply(x, f.add(y, one)))), call("s", call("w", f.add(f.multiply(x, y), x))));
    }

    @Test
    void anArgumentThatDiffersByNextToNothingDiffers() {
        Formula shifted = f.add(x, f.decimal(new BigDecimal("1e-20")));
        Witness witness = refuted(call("s", x), call("s", shifted));
        assertEquals(2, witness.calls().size());
        neverProved(f.apply(Function1.TANH, x), f.apply(Function1.TANH, shifted));
        refuted(f.multiply(x, f.decimal(new BigDecimal("1.00000000000000000001"))), x);
    }

    @Test
    void assumptionsAboutAbstractFunctionsHoldAtEqualArguments() {
        Formula atZero = call("s", zero);
        Formula hidden = call("s", f.multiply(f.symbol("b"), f.subtract(f.multiply(x, y), f.multiply(y, x))));
        Formula alsoZero = call("s", f.subtract(f.power(f.add(x, one), 2), f.multiply(x, f.add(x, two))));
        assertInstanceOf(Verdict.Equal.class, symbolic.decideEqual(hidden, zero, given(atZero, zero)));
        assertInstanceOf(Verdict.Different.class, symbolic.decideEqual(hidden, zero, Assumptions.NONE));
        Verdict atOne = symbolic.decideEqual(alsoZero, two, given(call("s", one), two));
        assertInstanceOf(Verdict.Equal.class, atOne);
        Verdict slope = symbolic.decideEqual(f.call("s", List.of(0), List.of(zero)), zero, given(atZero, zero));
        assertInstanceOf(Verdict.Different.class, slope, "the value at a point says nothing of the slope there");
    }

    @Test
    void exponentialsHyperbolicAndLogisticFunctionsAreRelated() {
        Formula tanh = f.apply(Function1.TANH, x);
        Formula sigmoid = f.apply(Function1.SIGMOID, x);
        proved(f.subtract(one, f.power(tanh, 2)), f.divide(one, f.power(f.apply(Function1.COSH, x), 2)));
        proved(f.add(sigmoid, f.apply(Function1.SIGMOID, f.negate(x))), one);
        proved(
                f.apply(Function1.TANH, x),
                f.subtract(f.multiply(two, f.apply(Function1.SIGMOID, f.multiply(two, x))), one));
        proved(f.apply(Function1.EXP, f.add(x, y)), f.multiply(f.apply(Function1.EXP, x), f.apply(Function1.EXP, y)));
        proved(
                f.power(f.apply(Function1.EXP, f.multiply(f.number(Rational.of(1, 2)), x)), 2),
                f.apply(Function1.EXP, x));
        proved(f.apply(Function1.EXPM1, x), f.subtract(f.apply(Function1.EXP, x), one));
        proved(f.apply(Function1.SOFTPLUS, x), f.apply(Function1.LOG, f.add(one, f.apply(Function1.EXP, x))));
    }

    @Test
    void circularFunctionsAreRelated() {
        Formula sine = f.apply(Function1.SIN, x);
        Formula cosine = f.apply(Function1.COS, x);
        proved(f.add(f.power(sine, 2), f.power(cosine, 2)), one);
        proved(f.divide(sine, cosine), f.apply(Function1.TAN, x));
        proved(f.apply(Function1.SIN, f.negate(x)), f.negate(sine));
    }

    @Test
    void identitiesOfHalfTheLineAreProvedOnlyThere() {
        Assumptions positive = new Assumptions(List.of((Formula.Compare) f.compare(Formula.Relation.GREATER, x, zero)));
        Formula logarithm = f.apply(Function1.LOG, x);
        Formula root = f.apply(Function1.SQRT, x);
        List<List<Formula>> pairs = List.of(
                List.of(f.apply(Function1.EXP, logarithm), x),
                List.of(f.power(root, 2), x),
                List.of(f.multiply(root, f.apply(Function2.POWER, x, f.number(Rational.of(3, 2)))), f.power(x, 2)));
        for (List<Formula> pair : pairs) {
            neverProved(pair.get(0), pair.get(1));
            assertInstanceOf(
                    Verdict.Equal.class, symbolic.decideEqual(pair.get(0), pair.get(1), positive), pair.toString());
        }
        refuted(f.apply(Function1.SQRT, f.power(x, 2)), x);
        refuted(f.apply(Function1.LOG, f.power(x, 2)), f.multiply(two, logarithm));
        refuted(f.apply(Function1.ABS, x), x);
        refuted(f.apply(Function2.MAX, x, zero), x);
    }

    @Test
    void nearIdentitiesAreNeverProved() {
        neverProved(f.apply(Function1.SIN, x), x);
        neverProved(f.apply(Function1.TANH, x), f.apply(Function1.ATAN, x));
        neverProved(
                f.apply(Function1.GELU, x),
                f.multiply(x, f.apply(Function1.SIGMOID, f.multiply(f.number(Rational.of(1702, 1000)), x))));
        neverProved(f.apply(Function1.EXP, f.pi()), f.number(Rational.of(23140692, 1_000_000)));
        neverProved(f.pi(), f.number(Rational.of(355, 113)));
        neverProved(f.apply(Function1.LGAMMA, x), f.apply(Function1.LOG, x));
        neverProved(f.add(f.power(x, 20), f.decimal(new BigDecimal("1e-30"))), f.power(x, 20));
        neverProved(f.conditional(f.compare(Formula.Relation.LESS, x, f.number(1000)), x, y), x);
    }

    @Test
    void counterexamplesAreSmall() {
        Witness witness = refuted(f.power(f.add(x, y), 2), f.add(f.power(x, 2), f.power(y, 2)));
        witness.point().values().forEach(value -> assertTrue(value.isIntegerWithin(3), witness.toString()));
        Rational left = Rational.of(new BigDecimal(witness.left()));
        Rational sum = witness.point().get(Name.of("x")).plus(witness.point().get(Name.of("y")));
        assertEquals(sum.times(sum), left);
    }

    @Test
    void choicesWithEqualPartsAreEqual() {
        Formula condition = f.compare(Formula.Relation.LESS, f.multiply(x, f.add(y, one)), zero);
        Formula same = f.compare(Formula.Relation.LESS, f.add(f.multiply(x, y), x), zero);
        proved(
                f.conditional(condition, f.power(f.add(x, one), 2), y),
                f.conditional(same, f.add(f.power(x, 2), f.add(f.multiply(two, x), one)), y));
    }

    @Test
    void randomPolynomialsMultipliedOutAreProvedAndDisturbedOnesRefuted() {
        Random random = new Random(11);
        for (int i = 0; i < 10; i++) {
            Formula formula = random(random, 4);
            Formula expanded = f.add(f.multiply(formula, f.add(x, one)), f.negate(f.multiply(x, formula)));
            proved(expanded, formula);
            refuted(f.add(expanded, f.multiply(f.decimal(new BigDecimal("1e-12")), call("w", y))), formula);
        }
    }

    private Formula random(Random random, int depth) {
        if (depth == 0) {
            return List.of(x, y, call("w", x), call("w", f.add(x, y))).get(random.nextInt(4));
        }
        Formula left = random(random, random.nextInt(depth));
        Formula right = random(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> f.add(left, right);
            case 1 -> f.subtract(left, right);
            case 2 -> f.divide(left, right);
            case 3 -> f.apply(Function1.SQUARE, right);
            case 4 -> f.multiply(left, right);
            default -> throw new AssertionError();
        };
    }

    private Formula call(String function, Formula argument) {
        return f.call(function, List.of(), List.of(argument));
    }

    private Assumptions given(Formula left, Formula right) {
        return new Assumptions(List.of((Formula.Compare) f.compare(Formula.Relation.EQUAL, left, right)));
    }

    private void proved(Formula left, Formula right) {
        Verdict verdict = symbolic.decideEqual(left, right, Assumptions.NONE);
        assertInstanceOf(Verdict.Equal.class, verdict, () -> left + " == " + right + ": " + verdict);
    }

    private void neverProved(Formula left, Formula right) {
        Verdict verdict = symbolic.decideEqual(left, right, Assumptions.NONE);
        assertTrue(!(verdict instanceof Verdict.Equal), () -> left + " == " + right + ": " + verdict);
    }

    private Witness refuted(Formula left, Formula right) {
        Verdict verdict = symbolic.decideEqual(left, right, Assumptions.NONE);
        return assertInstanceOf(Verdict.Different.class, verdict, () -> left + " == " + right + ": " + verdict)
                .witness();
    }
}
