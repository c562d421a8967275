package dev.orbit.compiler.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.FormulaArithmetic;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.function.Function1;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimplestTest {
    private final Formulas f = new Formulas();
    private final Symbolic symbolic = new Symbolic(Duration.ofSeconds(60));
    private final Formula x = f.symbol("x");
    private final Formula y = f.symbol("y");

    @Test
    void theSlopeOfTanhIsShownAsOneMinusItsSquare() {
        Formula h = f.symbol(Name.of("h").primed());
        Formula rule = Function1.TANH.derivative(new FormulaArithmetic(f), x, h);
        assertEquals("(1 - h') * (1 + h')", rule.toString());
        assertEquals("1 - h'^2", simplest(rule));
        assertEquals("x * (1 - h'^2)", simplest(f.multiply(x, rule)));
    }

    @Test
    void whatCancelsIsGone() {
        assertEquals("x + y", simplest(f.divide(f.subtract(f.power(x, 2), f.power(y, 2)), f.subtract(x, y))));
        assertEquals("0", simplest(f.subtract(f.power(f.add(x, y), 2), f.power(f.add(y, x), 2))));
        assertEquals("x", simplest(f.subtract(f.add(x, f.add(y, f.number(1))), f.add(y, f.number(1)))));
    }

    @Test
    void argumentsAreSimplifiedToo() {
        Formula zero = f.subtract(f.multiply(x, f.add(y, f.number(1))), f.add(f.multiply(x, y), x));
        assertEquals("s(0)", simplest(f.call("s", List.of(), List.of(zero))));
        assertEquals("1", simplest(f.apply(Function1.EXP, zero)));
        Formula nested = f.call("s", List.of(), List.of(f.add(f.call("w", List.of(), List.of(zero)), zero)));
        assertEquals("s(w(0))", simplest(nested));
    }

    @Test
    void whatIsShortestAlreadyStays() {
        Formula loss = f.power(f.subtract(f.symbol("y_true"), f.call("w", List.of(), List.of(x))), 2);
        assertSame(loss, symbolic.simplest(f, loss));
        Formula sum = f.add(f.multiply(f.symbol("b"), x), f.multiply(f.symbol("c"), y));
        assertSame(sum, symbolic.simplest(f, sum));
    }

    @Test
    void domainsAreKept() {
        assertEquals("sqrt(x)^2", simplest(f.power(f.apply(Function1.SQRT, x), 2)));
        assertEquals("exp(log(x))", simplest(f.apply(Function1.EXP, f.apply(Function1.LOG, x))));
    }

    private String simplest(Formula formula) {
        return symbolic.simplest(f, formula).toString();
    }
}
