package dev.orbit.compiler.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.OperationCount;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each answer has been compared with dual numbers by {@link PartialWitness} before it comes here. */
class PartialsTest {
    private final Formulas formulas = new Formulas();
    private final Symbolic symbolic = new Symbolic(Duration.ofSeconds(60));
    private final Formula.Symbol x = formulas.symbol("x");
    private final Formula.Symbol y = formulas.symbol("y");
    private final Formula.Symbol t = formulas.symbol("t");
    private final Formula.Symbol q = formulas.symbol("q");

    @Test
    void theSlopeOfASquareReusesTheDifference() {
        Formula difference = formulas.subtract(y, t);
        Formula twice = formulas.multiply(formulas.number(2), difference);
        assertEquals(
                List.of(twice, formulas.negate(twice)), partials(formulas.apply(Function1.SQUARE, difference), y, t));
    }

    @Test
    void aRowOfABlockMatrixIsReadOff() {
        Formula.Symbol a = formulas.symbol("a");
        Formula.Symbol b = formulas.symbol("b");
        Formula row = formulas.add(formulas.multiply(a, x), formulas.multiply(b, y));
        assertEquals(List.of(x, a, y, b), partials(row, a, x, b, y));
        assertEquals(
                List.of(formulas.multiply(x, q), formulas.multiply(a, q)),
                symbolic.adjoints(formulas, row, q, List.of(a, x)).orElseThrow());
    }

    @Test
    void derivativeByASymbolThatDoesNotOccurIsZero() {
        assertEquals(List.of(formulas.number(0), formulas.number(1)), partials(formulas.add(x, y), t, y));
    }

    @Test
    void adjointsOfAProductShareAPartialProduct() {
        Formula product = formulas.multiply(formulas.multiply(x, y), t);
        List<Formula> adjoints =
                symbolic.adjoints(formulas, product, q, List.of(x, y, t)).orElseThrow();
        assertEquals(
                4,
                OperationCount.of(adjoints, Set.copyOf(Traversal.bottomUp(List.of(product))))
                        .multiplications());
    }

    @Test
    void aRenamedRegionHasTheSameDerivativeRenamed() {
        List<Formula> first = partials(formulas.apply(Function1.SQUARE, formulas.subtract(x, y)), x, y);
        Formulas others = new Formulas();
        Formula.Symbol u = others.symbol("u");
        Formula.Symbol v = others.symbol("v");
        Formula difference = others.subtract(u, v);
        List<Formula> second = symbolic.partials(others, others.apply(Function1.SQUARE, difference), List.of(u, v))
                .orElseThrow();
        assertEquals(formulas.multiply(formulas.number(2), formulas.subtract(x, y)), first.get(0));
        assertEquals(others.multiply(others.number(2), difference), second.get(0));
    }

    @Test
    void longNumbersAreKeptExactly() {
        Formula rate = formulas.decimal(new BigDecimal("0.12345678901234567"));
        Formula slope = partials(formulas.multiply(rate, formulas.apply(Function1.SQUARE, x)), x)
                .get(0);
        Formula expected = formulas.multiply(formulas.multiply(formulas.number(2), x), rate);
        assertEquals(Optional.empty(), difference(expected, slope));
    }

    @Test
    void tinyNumbersDoNotVanish() {
        Formula tiny = formulas.decimal(new BigDecimal("1e-30"));
        Formula slope = partials(formulas.add(formulas.multiply(tiny, x), formulas.apply(Function1.SQUARE, x)), x)
                .get(0);
        assertTrue(Traversal.bottomUp(List.of(slope)).contains(tiny), slope.toString());
    }

    @Test
    void whatIsNoRationalFunctionHasNoAnswerHere() {
        assertEquals(Optional.empty(), symbolic.partials(formulas, formulas.apply(Function1.TANH, x), List.of(x)));
    }

    @Test
    void whatWouldExplodeWhenMultipliedOutHasNoAnswerHere() {
        Formula product = Stream.iterate(0, i -> i + 1)
                .limit(12)
                .map(i -> formulas.add(formulas.symbol("a" + i), formulas.symbol("b" + i)))
                .reduce(formulas::multiply)
                .orElseThrow();
        assertEquals(Optional.empty(), symbolic.partials(formulas, product, List.of(formulas.symbol("a0"))));
    }

    @Test
    void theSameQuestionGivesTheSameFormulas() {
        Formula region = formulas.multiply(formulas.add(x, y), formulas.subtract(formulas.number(1), t));
        List<Formula> once = partials(region, x, y, t);
        List<Formula> again = partials(region, x, y, t);
        for (int i = 0; i < once.size(); i++) {
            assertSame(once.get(i), again.get(i));
        }
    }

    @Test
    void randomRegionsAgreeWithDualNumbers() {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            Formula region = random(random, 4);
            // throws when a partial is not the derivative
            symbolic.adjoints(formulas, region, q, List.of(x, y, t));
        }
    }

    private Formula random(Random random, int depth) {
        if (depth == 0) {
            return List.of(x, y, t, formulas.number(1 + random.nextInt(3))).get(random.nextInt(4));
        }
        Formula left = random(random, random.nextInt(depth));
        Formula right = random(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> formulas.add(left, right);
            case 1 -> formulas.subtract(left, right);
            case 2 -> formulas.apply(Function1.SQUARE, right);
            case 3 -> formulas.negate(right);
            case 4 -> formulas.multiply(left, right);
            default -> throw new AssertionError();
        };
    }

    private Optional<Rational> difference(Formula left, Formula right) {
        Formula difference = formulas.subtract(left, right);
        List<Formula> slopes = partials(formulas.multiply(difference, q), q);
        return slopes.get(0) instanceof Formula.Number zero && zero.value().isZero()
                ? Optional.empty()
                : Optional.of(Rational.ONE);
    }

    private List<Formula> partials(Formula formula, Formula.Symbol... by) {
        return symbolic.partials(formulas, formula, List.of(by)).orElseThrow();
    }
}
