package dev.orbit.compiler.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Program.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private final Draft draft = new Draft();
    private final Builder on = draft.on;
    private final Value p = draft.parameter("p");

    private void assertMalformed(String sentence, Value result) {
        draft.output(Purpose.PREDICTION, "o", result);
        MalformedProgram problem = assertThrows(MalformedProgram.class, () -> Verifier.verify(draft.program()));
        assertTrue(problem.getMessage().contains(sentence), problem.getMessage());
    }

    @Test
    void aValueIsDefinedBeforeItIsRead() {
        Value later = on.fresh(Type.SCALAR);
        Value read = on.apply(Function1.SIN, later);
        on.add(new Instr.Map1(later, Function1.COS, p));
        assertMalformed("%1 is read before it is defined, in %2 = sin(%1)", read);
    }

    @Test
    void aValueIsDefinedOnce() {
        Value once = on.apply(Function1.SIN, p);
        on.add(new Instr.Map1(once, Function1.COS, p));
        assertMalformed("%1 is defined twice, in %1 = cos(%0:p)", once);
    }

    @Test
    void aRegionKeepsItsValues() {
        Value[] inside = new Value[1];
        Value condition = on.compare(Comparison.LESS, p, p);
        Region then = on.region(List.of(), () -> {
            inside[0] = on.apply(Function1.SIN, p);
            return List.of(inside[0]);
        });
        on.branch(condition, then, new Region(List.of(), List.of(), List.of(p)));
        assertMalformed("is read outside of its region", on.negate(inside[0]));
    }

    @Test
    void typesAgree() {
        Value vector = draft.parameter("v", Type.vector(3));
        Value wrong = on.fresh(Type.vector(2));
        on.add(new Instr.Map2(wrong, Function2.ADD, vector, p));
        assertMalformed("a function of two values meets one type, or a scalar and a shape, but not in", wrong);
    }

    @Test
    void shapesOfProductsFit() {
        Value m = draft.parameter("m", Type.matrix(2, 3));
        Value v = draft.parameter("v", Type.vector(2));
        assertMalformed("the shapes of a product fit", on.linear(Product.MATRIX, Type.vector(2), m, v));
    }

    @Test
    void whatADelayedCarryLeavesIsNotRead() {
        Value last = draft.loop(
                        Axis.STEPS,
                        Draft.STEPS,
                        false,
                        List.of(Carry.delayed(p, 2)),
                        List.of(),
                        at -> List.of(on.apply(Function1.SIN, at.get(1))))
                .get(0);
        assertMalformed("is what a delayed carry leaves behind", last);
    }

    @Test
    void aCarryKeepsItsType() {
        Value v = draft.parameter("v", Type.vector(2));
        Value last = draft.loop(Axis.STEPS, Draft.STEPS, false, List.of(Carry.state(p)), List.of(), at -> List.of(v))
                .get(0);
        assertMalformed("carry 0 of a loop keeps its type", last);
    }

    @Test
    void bothBranchesGiveTheResults() {
        Value v = draft.parameter("v", Type.vector(2));
        Value condition = on.compare(Comparison.LESS, p, p);
        Region then = new Region(List.of(), List.of(), List.of(p));
        Region otherwise = new Region(List.of(), List.of(), List.of(v));
        assertMalformed(
                "both branches give", on.branch(condition, then, otherwise).get(0));
    }

    @Test
    void aProblemKnowsItsPlace() {
        Value once = on.at(new Origin(3, 7, Origin.Derivation.WRITTEN)).apply(Function1.SIN, p);
        on.add(new Instr.Map1(once, Function1.COS, p));
        draft.output(Purpose.PREDICTION, "o", once);
        MalformedProgram problem = assertThrows(MalformedProgram.class, () -> Verifier.verify(draft.program()));
        assertEquals(3, problem.origin().orElseThrow().spanStart());
    }
}
