package dev.orbit.compiler.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.program.Literal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExprTextTest {
    private final Variable x = new Variable(0, "x", Kind.REAL);
    private final Variable y = new Variable(1, "y", Kind.REAL);
    private final Variable z = new Variable(2, "z", Kind.REAL);
    private final Variable t = new Variable(3, "t", Kind.WHOLE);

    private static Expr number(double value) {
        return new Expr.Number(Literal.of(value));
    }

    private static Expr binary(Operator op, Expr left, Expr right) {
        return new Expr.Binary(op, left, right);
    }

    private static void assertText(String expected, Expr expr) {
        assertEquals(expected, new ExprText(ExprText.PLAIN).render(expr));
    }

    @Test
    void parenthesesKeepTheAssociationAndNoMore() {
        assertText("x + y + z", binary(Operator.ADD, binary(Operator.ADD, x, y), z));
        assertText("x + (y + z)", binary(Operator.ADD, x, binary(Operator.ADD, y, z)));
        assertText("x - (y - z)", binary(Operator.SUBTRACT, x, binary(Operator.SUBTRACT, y, z)));
        assertText("x * (y / z)", binary(Operator.MULTIPLY, x, binary(Operator.DIVIDE, y, z)));
        assertText("(x + y) * z", binary(Operator.MULTIPLY, binary(Operator.ADD, x, y), z));
        assertText("x + y * z", binary(Operator.ADD, x, binary(Operator.MULTIPLY, y, z)));
        assertText("-(x + y)", new Expr.Negate(binary(Operator.ADD, x, y)));
        assertText("-x * y", binary(Operator.MULTIPLY, new Expr.Negate(x), y));
        assertText("-(-x)", new Expr.Negate(new Expr.Negate(x)));
    }

    @Test
    void noDivisionOfIntsComesAbout() {
        assertText("1.0 / 2", binary(Operator.DIVIDE, number(1), number(2)));
        assertText("1 / x", binary(Operator.DIVIDE, number(1), x));
        assertText("(double) t / 2", binary(Operator.DIVIDE, new Expr.Widen(t), number(2)));
        assertText("t / x", binary(Operator.DIVIDE, new Expr.Widen(t), x));
        assertText(
                "(t > 0 ? 1.0 : 2.0) / 2",
                binary(
                        Operator.DIVIDE,
                        new Expr.Choose(binary(Operator.GREATER, t, new Expr.Whole(0)), number(1), number(2)),
                        number(2)));
        assertText("Math.abs(3.0)", new Expr.Call(Library.MATH, "abs", Kind.REAL, List.of(number(3))));
        assertText("Math.max(x, 3)", new Expr.Call(Library.MATH, "max", Kind.REAL, List.of(x, number(3))));
    }

    @Test
    void signsGoWhereAPersonPutsThem() {
        assertText("x - y * z", Signs.add(x, new Expr.Negate(binary(Operator.MULTIPLY, y, z))));
        assertText("y - x", Signs.add(new Expr.Negate(x), y));
        assertText("x + 2 * y", Signs.subtract(x, Signs.multiply(number(-2), y)));
        assertText("-2 * x", Signs.negate(Signs.multiply(number(2), x)));
        assertText("-x * y", Signs.multiply(x, new Expr.Negate(y)));
    }
}
