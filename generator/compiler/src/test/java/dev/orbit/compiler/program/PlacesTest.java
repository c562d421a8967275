package dev.orbit.compiler.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Program.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries at places that a loop's index tells, and stacks of a known number of rows as shapes. */
class PlacesTest {
    private static final Type VECTOR = Type.vector(3);

    /** The vector from its end to its start, times 2. */
    private static Program reversed(int plus) {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value x = draft.parameter("x", VECTOR);
        Value weights = draft.parameter("w", VECTOR);
        Value stack = draft.loop(Axis.REPEATS, new Count.Fixed(3), false, List.of(), List.of(), at -> {
                    Value entry = on.view(Access.ENTRY, Type.SCALAR, List.of(-1, plus), x, at.get(0));
                    return List.of(on.multiply(on.constant(2), entry));
                })
                .get(0);
        Value turned = on.view(Access.RESHAPE, VECTOR, List.of(), stack);
        draft.output(Purpose.LOSS, "", on.linear(Product.DOT, Type.SCALAR, turned, weights));
        return draft.program();
    }

    private static List<Datum<Double>> evaluated(Program program) {
        Verifier.verify(program);
        return new Evaluator<>(new Doubles()).evaluate(program, List.of(Datum.of(1, 10, 100), Datum.of(3, 5, 7)));
    }

    @Test
    void aLoopsIndexTellsThePlaceAlsoInTheGradient() {
        Program gradient = Adjoint.differentiate(reversed(3), DerivativePlan.plain(List.of("x", "w")));

        List<Datum<Double>> found = evaluated(gradient);

        assertEquals(2 * (3 * 100 + 5 * 10 + 7), found.get(0).number());
        assertEquals(List.of(14.0, 10.0, 6.0), found.get(1).entries());
        assertEquals(List.of(200.0, 20.0, 2.0), found.get(2).entries());
    }

    @Test
    void aPlaceOutsideIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> evaluated(reversed(4)));
    }

    @Test
    void severalIndicesTellOnePlace() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value x = draft.parameter("x", Type.vector(4));
        Value sum = draft.loop(
                        Axis.REPEATS, new Count.Fixed(2), false, List.of(Carry.sum(on.constant(0))), List.of(), i -> {
                            Carry carry = Carry.sum(on.constant(0));
                            return draft.loop(Axis.REPEATS, new Count.Fixed(2), false, List.of(carry), List.of(), j -> {
                                Value entry =
                                        on.view(Access.ENTRY, Type.SCALAR, List.of(1, 2, 1), x, i.get(0), j.get(0));
                                return List.of(entry);
                            });
                        })
                .get(0);
        draft.output(Purpose.LOSS, "", sum);
        Program gradient = Adjoint.differentiate(draft.program(), DerivativePlan.plain(List.of("x")));
        Verifier.verify(gradient);

        List<Datum<Double>> found = new Evaluator<>(new Doubles()).evaluate(gradient, List.of(Datum.of(1, 2, 3, 4)));

        assertEquals(10.0, found.get(0).number());
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0), found.get(1).entries());
    }
}
