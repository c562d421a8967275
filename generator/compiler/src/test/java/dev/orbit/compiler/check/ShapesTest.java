package dev.orbit.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orbit.compiler.model.Block;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which shape an expression has, spelled in the author's words. */
class ShapesTest {
    private static final String GIVEN = """
            model Example;
            dim m = 2, k = 3;
            input x[k], y[m], s, c in 1..k;
            param A[m, k], B[k, k], C[2*m, k], v[k], a;
            function f(u) = u + u;
            function w(u);
            function z(u[k])[m];
            loss a + sum(x) + sum(y) + s + c + sum(A) + sum(B) + sum(C) + sum(v) + w(a) + sum(z(x)) + f(a);
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + 1 | scalar",
                "a + x | [k]",
                "x - v | [k]",
                "A * x | [m]",
                "A * B | [m, k]",
                "2 * A * x / a | [m]",
                "a * A | [m, k]",
                "A .* A ./ 2 | [m, k]",
                "2 .^ x | [k]",
                "exp(A) | [m, k]",
                "max(A, 0) | [m, k]",
                "max(A) | scalar",
                "atan2(x, 1) | [k]",
                "clamp(x, 0, 1) | [k]",
                "C * x | [2*m]",
                "[x; y] | [k+m]",
                "[x; y; 1] | [k+m+1]",
                "[1, 2, a] | [3]",
                "[a; s] | [2]",
                "[x, v] | [k, 2]",
                "[A; B] | [m+k, k]",
                "[A, 0; 0, 1] | [m+1, k+1]",
                "[1, A; 0, B] | [m+k, m+k]",
                "[A, 1] | [m, k+m]",
                "[1, x] | [k, k+1]",
                "[a, 0; 0, 1] | [2, 2]",
                "[x] | [k]",
                "[A] | [m, k]",
                "[0] | [1]",
                "A[1, ..] | [k]",
                "A[.., 2..k] | [m, 2]",
                "A[.., 1..m] | [m, m]",
                "x[2] | scalar",
                "x[c] | scalar",
                "B[c, ..] | [k]",
                "x[2..1] | [0]",
                "transpose(A) | [k, m]",
                "transpose(x) | [1, k]",
                "diag(x) | [k, k]",
                "diag(B) | [k]",
                "outer(y, x) | [m, k]",
                "dot(x, v) | scalar",
                "norm(x) | scalar",
                "solve(B, x) | [k]",
                "solve(B, transpose(A)) | [k, m]",
                "logdet(B) | scalar",
                "eye(k + 1) | [k+1, k+1]",
                "softmax(x) | [k]",
                "logsumexp(x) | scalar",
                "push(x, a) | [k]",
                "[i in 1..k: x[i]^2] | [k]",
                "[i in 2..k: x[i]^2] | [2]",
                "[i in 1..m, j in 1..k: A[i, j]] | [m, k]",
                "sum(i in 1..k: x[i] * A) | [m, k]",
                "[i in 1..k: sum(x[1..i])] | [3]",
                "if a > 0 then x else 0 | [k]",
                "f(A) | [m, k]",
                "w(A) | [m, k]",
                "w'(x) | [k]",
                "tanh'(A) | [m, k]",
                "z(x) | [m]",
                "repeat(f, 3, x) | [k]"
            })
    void isSpelledInTheAuthorsWords(String expression, String shape) {
        Model model = Checked.clean(GIVEN + "let q = " + expression + ";\npenalty 0 * a;\nloss sum(q);\n");
        assertEquals(shape, Checked.shape(model, "q").toString());
    }

    @Test
    void structuralBlocksAreNoValues() {
        Model model = Checked.clean(GIVEN + "let q = [A, 0; 0, 1];\nloss sum(q);\n");
        Expr.Blocks blocks = assertInstanceOf(Expr.Blocks.class, Checked.let(model, "q"));
        assertInstanceOf(Block.Part.class, blocks.grid().get(0).get(0));
        assertInstanceOf(Block.Zero.class, blocks.grid().get(0).get(1));
        assertInstanceOf(Block.Zero.class, blocks.grid().get(1).get(0));
        assertInstanceOf(Block.Identity.class, blocks.grid().get(1).get(1));
    }

    @Test
    void oneRowOfScalarsIsAColumn() {
        Model model = Checked.clean(GIVEN + "let q = [a, 0, 1];\nloss sum(q);\n");
        Expr.Blocks blocks = assertInstanceOf(Expr.Blocks.class, Checked.let(model, "q"));
        assertEquals(3, blocks.rows().size());
        assertEquals(1, blocks.columns().size());
        assertEquals(3, blocks.grid().size());
    }

    @Test
    void productsAreToldApart() {
        Model model = Checked.clean(GIVEN + "let q = a * A * B * x;\nloss sum(q);\n");
        Expr.Chain chain = assertInstanceOf(Expr.Chain.class, Checked.let(model, "q"));
        assertEquals(
                List.of(Operator.MULTIPLY, Operator.MATRIX_MATRIX, Operator.MATRIX_VECTOR),
                chain.rest().stream().map(Expr.Link::operator).toList());
    }

    @Test
    void aComprehensionStaysAnExpressionWhereTheIndexOnlyPointsAtPlaces() {
        Model model = Checked.clean(GIVEN + "let q = [i in 1..k: x[k + 1 - i]];\nloss sum(q);\n");
        Expr.Comprehension kept = assertInstanceOf(Expr.Comprehension.class, Checked.let(model, "q"));
        assertEquals(3, kept.indices().get(0).count());
    }

    @Test
    void aComprehensionIsWrittenOutWhereSizesNeedTheIndex() {
        Model model = Checked.clean(GIVEN + "let q = sum(i in 1..k: sum(j in 1..i: x[j]));\nloss q;\n");
        Expr.Chain terms = assertInstanceOf(Expr.Chain.class, Checked.let(model, "q"));
        assertEquals(2, terms.rest().size());
        assertInstanceOf(Expr.ReduceOver.class, terms.first());
    }

    @Test
    void longSpellingsBecomeDigits() {
        Model model = Checked.clean("""
                model Example;
                dim aVeryLongName = 2, anotherVeryLongName = 3;
                param p[aVeryLongName], q[anotherVeryLongName];
                let z = [p; q];
                loss sum(z);
                """);
        assertEquals("[5]", Checked.shape(model, "z").toString());
    }
}
