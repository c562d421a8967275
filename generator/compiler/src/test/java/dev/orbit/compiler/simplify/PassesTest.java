package dev.orbit.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Draft;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Printer;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.StandIn;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.program.Verifier;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each pass does; that it does no more is what {@link LawsTest} is for. */
class PassesTest {
    /** What is left of something of x and y, one line for each instruction. */
    private static String simplified(Type type, Pass pass, BiFunction<Builder, List<Value>, Value> write) {
        Draft draft = new Draft();
        Value x = draft.parameter("x", type);
        Value y = draft.parameter("y", type);
        draft.output(Purpose.PREDICTION, "o", write.apply(draft.on, List.of(x, y)));
        Program after = Simplify.DROP.apply(pass.apply(draft.program()));
        Verifier.verify(after);
        String text = Printer.render(after);
        return text.substring(text.indexOf("\n", text.indexOf("%1:y")) + 1);
    }

    private static String scalar(Pass pass, BiFunction<Builder, List<Value>, Value> write) {
        return simplified(Type.SCALAR, pass, write);
    }

    private static Value decimal(Builder on, String text) {
        return on.literal(new Literal(Double.parseDouble(text), text, ""), Type.SCALAR);
    }

    @Test
    void constantsFoldOnlyWhereNothingIsLost() {
        String half = scalar(Simplify.FOLD, (on, v) -> on.multiply(decimal(on, "0.5"), decimal(on, "1e-4")));
        assertTrue(half.contains(" = 0.00005\n") || half.contains(" = 5E-5\n"), half);
        String third = scalar(Simplify.FOLD, (on, v) -> on.add(decimal(on, "0.1"), decimal(on, "0.2")));
        assertTrue(third.contains(" + "), third);
        String circle = scalar(Simplify.FOLD, (on, v) -> on.multiply(on.constant(2), on.pi()));
        assertTrue(circle.contains(" * "), circle);
        String named = scalar(
                Simplify.FOLD,
                (on, v) -> on.add(on.literal(new Literal(1, "1", "epsilon"), Type.SCALAR), on.constant(1)));
        assertTrue(named.contains(" + "), named);
    }

    @Test
    void structuralZerosAndOnesAreNotComputed() {
        assertEquals(
                "output prediction o = %0:x\n",
                scalar(Simplify.ZEROS_AND_ONES, (on, v) -> {
                    Value zero = on.multiply(on.constant(0), v.get(1));
                    return on.add(zero, on.multiply(v.get(0), on.constant(1)));
                }));
        assertEquals(
                "output prediction o = %0:x\n",
                scalar(Simplify.ZEROS_AND_ONES, (on, v) -> {
                    return on.apply(Function2.POWER, v.get(0), on.constant(1));
                }));
    }

    @Test
    void powersAndSignsTakeTheirCheaperForm() {
        String square = scalar(Simplify.FOLD, (on, v) -> on.apply(Function2.POWER, v.get(0), on.constant(2)));
        assertTrue(square.contains("square(%0:x)"), square);
        String difference = scalar(Simplify.SIGNS, (on, v) -> on.add(v.get(0), on.negate(v.get(1))));
        assertTrue(difference.contains("%0:x - %1:y"), difference);
        String constant = scalar(Simplify.SIGNS, (on, v) -> on.negate(on.multiply(on.constant(2), v.get(0))));
        assertTrue(constant.contains("-2.0\n") && !constant.contains("negate"), constant);
    }

    @Test
    void rearrangementsThatUndoOneAnotherGo() {
        Type vector = Type.vector(2);
        assertEquals(
                "output prediction o = %1:y\n",
                simplified(vector, Simplify.FOLD, (on, v) -> {
                    Value both = on.view(Access.STACK, Type.vector(4), List.of(), v.get(0), v.get(1));
                    return on.view(Access.SLICE, vector, List.of(2, 4), both);
                }));
        assertEquals(
                "output prediction o = %0:x\n",
                simplified(Type.matrix(2, 2), Simplify.FOLD, (on, v) -> {
                    Value turned = on.view(Access.TRANSPOSE, v.get(0).type(), List.of(), v.get(0));
                    return on.view(Access.TRANSPOSE, v.get(0).type(), List.of(), turned);
                }));
    }

    @Test
    void equalThingsAreComputedOnceInEitherOrder() {
        String shared = scalar(Simplify.SHARE, (on, v) -> {
            Value once = on.multiply(v.get(0), v.get(1));
            return on.add(on.apply(Function1.SIN, once), on.apply(Function1.SIN, on.multiply(v.get(1), v.get(0))));
        });
        assertEquals(1, shared.split(" \\* ", -1).length - 1, shared);
        assertEquals(1, shared.split("sin", -1).length - 1, shared);
    }

    @Test
    void aLagOfOneIsTheState() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value p = draft.parameter("p");
        List<Carry> twins = List.of(Carry.state(p), Carry.state(p));
        List<Value> last = draft.loop(Axis.STEPS, Draft.STEPS, false, twins, List.of(), at -> {
            Value next = on.apply(Function1.TANH, on.add(at.get(1), at.get(2)));
            return List.of(next, next);
        });
        draft.output(Purpose.PREDICTION, "o", on.add(last.get(0), last.get(1)));
        assertEquals(1, loop(Simplify.simplify(draft.program())).carries().size());
    }

    @Test
    void carriesThatOnlyFeedOneAnotherDrop() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value p = draft.parameter("p");
        Value q = draft.parameter("q");
        List<Carry> carries = List.of(Carry.state(p), Carry.state(q), Carry.state(on.constant(2)), Carry.sum(p));
        List<Value> last = draft.loop(
                Axis.STEPS,
                Draft.STEPS,
                false,
                carries,
                List.of(),
                at -> List.of(
                        on.square(at.get(1)),
                        on.apply(Function1.SIN, at.get(3)),
                        on.apply(Function1.COS, at.get(2)),
                        on.multiply(at.get(2), at.get(1))));
        draft.output(Purpose.PREDICTION, "o", last.get(0));
        Loop loop = loop(Simplify.DROP.apply(draft.program()));
        assertEquals(1, loop.carries().size());
        assertEquals(1, loop.body().instrs().size());
    }

    @Test
    void aDerivativeThatIsNotReadIsNotAskedFor() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value p = draft.parameter("p");
        Value first = on.fresh(Type.SCALAR);
        Value second = on.fresh(Type.SCALAR);
        Abstract.Order order = new Abstract.Order(Abstract.Order.Kind.VECTOR_JACOBIAN, List.of(0, 1));
        on.add(new Instr.Call(List.of(first, second), StandIn.G, order, List.of(p, p, on.constant(3))));
        draft.output(Purpose.PREDICTION, "o", second);
        Program after = Simplify.DROP.apply(draft.program());
        Verifier.verify(after);
        assertTrue(Printer.render(after).contains("call g vector_jacobian[1]("), Printer.render(after));
    }

    /** A loop with what does not change: a product of parameters, and a call in a branch. */
    private static Program invariants() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value p = draft.parameter("p");
        Value q = draft.parameter("q");
        List<Value> last = draft.loop(Axis.STEPS, Draft.STEPS, false, List.of(Carry.state(p)), List.of(), at -> {
            Value fixed = on.multiply(p, q);
            Value positive = on.compare(Comparison.GREATER, at.get(1), q);
            Region then = on.region(List.of(), () -> {
                Value called = on.fresh(Type.SCALAR);
                on.add(new Instr.Call(List.of(called), StandIn.W, Abstract.Order.VALUE, List.of(q)));
                return List.of(called);
            });
            Region otherwise = new Region(List.of(), List.of(), List.of(fixed));
            return List.of(on.add(on.branch(positive, then, otherwise).get(0), at.get(1)));
        });
        draft.output(Purpose.PREDICTION, "o", last.get(0));
        return draft.program();
    }

    @Test
    void whatDoesNotChangeLeavesALoopButNotABranch() {
        Program after = Simplify.HOIST.apply(invariants());
        Verifier.verify(after);
        List<Instr> outside = after.body().instrs();
        assertTrue(outside.stream().anyMatch(instr -> instr instanceof Instr.Map2), Printer.render(after));
        // the branch not taken is never evaluated, so its call stays where it is
        assertFalse(outside.stream().anyMatch(instr -> instr instanceof Instr.Call), Printer.render(after));
        Instr.If branch = (Instr.If) loop(after).body().instrs().stream()
                .filter(instr -> instr instanceof Instr.If)
                .findFirst()
                .orElseThrow();
        assertTrue(branch.then().instrs().get(0) instanceof Instr.Call);
    }

    @Test
    void aKnownConditionLeavesOneBranch() {
        String known = scalar(Simplify.FOLD, (on, v) -> {
            Value less = on.compare(Comparison.LESS, on.constant(1), on.constant(2));
            Region then = on.region(List.of(), () -> List.of(on.apply(Function1.SIN, v.get(0))));
            Region otherwise = on.region(List.of(), () -> List.of(on.apply(Function1.COS, v.get(0))));
            return on.branch(less, then, otherwise).get(0);
        });
        assertTrue(known.contains("sin") && !known.contains("cos") && !known.contains("if"), known);
    }

    private static boolean hasLoop(int steps) {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value p = draft.parameter("p");
        List<Value> last =
                draft.loop(Axis.STEPS, new Count.Fixed(steps), false, List.of(Carry.state(p)), List.of(), at -> {
                    Value next = at.get(1);
                    for (int i = 0; i < 25; i++) {
                        next = on.apply(Function1.SIN, next);
                    }
                    return List.of(next);
                });
        draft.output(Purpose.PREDICTION, "o", last.get(0));
        Program after = Simplify.UNROLL.apply(draft.program());
        Verifier.verify(after);
        return after.body().instrs().stream().anyMatch(instr -> instr instanceof Loop);
    }

    @Test
    void onlyFewIterationsAreWrittenOut() {
        assertFalse(hasLoop(0));
        assertFalse(hasLoop(8));
        assertTrue(hasLoop(9));
    }

    private static Loop loop(Program program) {
        Verifier.verify(program);
        return program.body().instrs().stream()
                .flatMap(instr -> instr instanceof Loop loop ? Stream.of(loop) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }
}
