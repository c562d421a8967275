package dev.orbit.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Draft;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Instr.Reduction;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Printer;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.program.Verifier;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The rules for vectors and matrices: each applies, and what it writes has the same value. */
class ShapedRulesTest {
    private static final Type SQUARE = Type.matrix(2, 2);
    private static final Type VECTOR = Type.vector(2);

    /** Of two matrices A, B and two vectors x, y; what is left, on one line. */
    private static void becomes(String expected, BiFunction<Builder, List<Value>, Value> write) {
        Draft draft = new Draft();
        List<Value> given = List.of(
                draft.parameter("A", SQUARE),
                draft.parameter("B", SQUARE),
                draft.parameter("x", VECTOR),
                draft.parameter("y", VECTOR));
        draft.output(Purpose.PREDICTION, "o", write.apply(draft.on, given));
        Program after = Simplify.simplify(draft.program());
        Verifier.verify(after);
        assertEquals(value(draft.program()), value(after));
        String text = Printer.render(after);
        String body = text.substring(text.indexOf("%3:y[2]\n") + 8)
                .replaceAll("%\\d+:?", "")
                .replace("\n", "; ");
        assertEquals(expected, body.substring(0, body.indexOf("; output")).trim());
    }

    private static List<Double> value(Program program) {
        return new Evaluator<>(new Doubles())
                .evaluate(
                        program, List.of(Datum.of(1, 2, 3, 4), Datum.of(5, 6, 7, 8), Datum.of(9, 10), Datum.of(11, 12)))
                .get(0)
                .entries();
    }

    private static Value turned(Builder on, Value value) {
        return on.view(Access.TRANSPOSE, SQUARE, List.of(), value);
    }

    @Test
    void productsReadTheirOperandsTurned() {
        becomes(
                "[2] = matrix_transposed(A, x)",
                (on, v) -> on.linear(Product.MATRIX, VECTOR, turned(on, v.get(0)), v.get(2)));
        becomes(
                "[2] = matrix(A, x)",
                (on, v) -> on.linear(Product.MATRIX_TRANSPOSED, VECTOR, turned(on, v.get(0)), v.get(2)));
        becomes(
                "[2, 2] = transposed_right(A, B)",
                (on, v) -> on.linear(Product.MATRIX, SQUARE, v.get(0), turned(on, v.get(1))));
        becomes(
                "[2, 2] = matrix(A, B)",
                (on, v) -> on.linear(Product.TRANSPOSED_RIGHT, SQUARE, v.get(0), turned(on, v.get(1))));
    }

    @Test
    void productsAreWrittenTurned() {
        becomes("[2, 2] = outer(y, x)", (on, v) -> turned(on, on.linear(Product.OUTER, SQUARE, v.get(2), v.get(3))));
        becomes(
                "[2, 2] = matrix_transposed(B, A)",
                (on, v) -> turned(on, on.linear(Product.MATRIX_TRANSPOSED, SQUARE, v.get(0), v.get(1))));
    }

    @Test
    void partsAreCutFromWhereTheyComeFrom() {
        becomes("[2] = slice[1, 2, 0, 2](B)", (on, v) -> {
            Value stack = on.view(Access.STACK, Type.matrix(4, 2), List.of(), v.get(0), v.get(1));
            return on.view(Access.SLICE, VECTOR, List.of(3, 4, 0, 2), stack);
        });
        becomes("= slice[1, 2, 0, 1](A)", (on, v) -> {
            Value row = on.view(Access.SLICE, VECTOR, List.of(1, 2, 0, 2), v.get(0));
            return on.view(Access.SLICE, Type.SCALAR, List.of(0, 1), row);
        });
        becomes(
                "[2] = slice[0, 2, 1, 2](A)",
                (on, v) -> on.view(Access.SLICE, VECTOR, List.of(1, 2, 0, 2), turned(on, v.get(0))));
        becomes("[2] = negate(x)", (on, v) -> {
            Value first = on.view(Access.SLICE, Type.SCALAR, List.of(0, 1), v.get(2));
            Value second = on.view(Access.SLICE, Type.SCALAR, List.of(1, 2), v.get(2));
            return on.negate(on.view(Access.STACK, VECTOR, List.of(), first, second));
        });
    }

    @Test
    void onlyWhatIsNotZeroIsMultiplied() {
        becomes("= slice[0, 1](x);  = slice[1, 2](y);  =  *", (on, v) -> {
            Value second = on.literal(Literal.of(2), Type.INDEX);
            Value entry = on.view(Access.SLICE, Type.SCALAR, List.of(0, 1), v.get(2));
            Value sparse = on.view(Access.PAD_ENTRY, VECTOR, List.of(), entry, second);
            return on.linear(Product.DOT, Type.SCALAR, sparse, v.get(3));
        });
        becomes("[2] = x * y", (on, v) -> {
            Value diagonal = on.view(Access.DIAGONAL, SQUARE, List.of(), v.get(2));
            return on.linear(Product.MATRIX, VECTOR, diagonal, v.get(3));
        });
    }

    @Test
    void signsAndPowersOfTwoMeet() {
        becomes("[2] = x * y; [2] = negate()", (on, v) -> {
            Value left = on.multiply(on.constant(-0.5), v.get(2));
            return on.multiply(left, on.multiply(on.constant(2), v.get(3)));
        });
    }

    @Test
    void anEntryIsComputedAlone() {
        becomes("= slice[1, 2](x);  = exp()", (on, v) -> {
            Value second = on.literal(Literal.of(2), Type.INDEX);
            return on.view(Access.ENTRY, Type.SCALAR, List.of(), on.apply(Function1.EXP, v.get(2)), second);
        });
    }

    @Test
    void sumsOfTheSameAreProducts() {
        becomes("= slice[0, 1](x);  = 2.0;  =  *", (on, v) -> {
            Value entry = on.view(Access.SLICE, Type.SCALAR, List.of(0, 1), v.get(2));
            return on.fold(Reduction.SUM, on.view(Access.BROADCAST, VECTOR, List.of(), entry));
        });
    }
}
