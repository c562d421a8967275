package dev.orbit.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Reduction;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Origin.Derivation;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Input;
import dev.orbit.compiler.program.Program.Output;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Program.Role;
import dev.orbit.compiler.program.ReferenceAlgebra;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.program.Verifier;
import dev.orbit.compiler.reference.DoubleDouble;
import dev.orbit.compiler.simplify.Stabilise.Applied;
import dev.orbit.compiler.simplify.Stabilise.Stabilised;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class StabiliseTest {
    private static final Origin HERE = new Origin(10, 20, Derivation.WRITTEN);

    /** A model of u and v, of this type, that computes something of them inside of a loop. */
    private static Program inLoop(Type type, Builder on, BiFunction<Value, Value, Value> write) {
        Value u = on.named("u").fresh(type);
        Value v = on.named("v").fresh(type);
        Value zero = on.constant(0);
        Value index = on.fresh(Type.INDEX);
        Region body = on.region(List.of(index), () -> {
            Value written = write.apply(u, v);
            return List.of(type.isScalar() ? written : on.fold(Reduction.SUM, written));
        });
        Value loss = on.loop(Axis.STEPS, new Count.Dimension("T"), false, List.of(Carry.sum(zero)), List.of(), body)
                .get(0);
        return new Program(
                List.of(new Input(Role.PARAMETER, "u"), new Input(Role.PARAMETER, "v")),
                new Region(List.of(u, v), on.written(), List.of(loss)),
                List.of(new Output(Purpose.LOSS, "")));
    }

    @Test
    void everyFormIsFoundInsideLoopsAndForShapes() {
        for (StableForm form : StableForm.all()) {
            for (Type type : List.of(Type.SCALAR, Type.vector(2))) {
                Builder on = new Builder(0);
                on.at(HERE);
                Program program = inLoop(type, on, (u, v) -> form.pattern().evaluate(on, List.of(u, v)));
                Stabilised stable = Stabilise.stabilise(program, StableForm.all());
                Verifier.verify(stable.program());
                List<String> names =
                        stable.applied().stream().map(Applied::form).toList();
                assertTrue(names.contains(form.name()), form.name() + ": " + names);
                assertEquals(HERE, stable.applied().get(0).origin());
                DoubleDouble before = loss(program, type);
                DoubleDouble after = loss(stable.program(), type);
                double error = Math.abs(after.minus(before).doubleValue());
                assertTrue(error <= 1e-24, form.name() + ": " + before + " " + after);
            }
        }
    }

    private static DoubleDouble loss(Program program, Type type) {
        DoubleDouble u = DoubleDouble.of(-0.375);
        DoubleDouble v = DoubleDouble.of(-0.75);
        List<Datum<DoubleDouble>> arguments = type.isScalar()
                ? List.of(Datum.scalar(u), Datum.scalar(v))
                : List.of(Datum.of(List.of(u, v)), Datum.of(List.of(v, u)));
        return new Evaluator<>(ReferenceAlgebra.doubleDoubles())
                .evaluate(program, arguments, Map.of("T", 2))
                .get(0)
                .number();
    }

    @Test
    void aLogarithmOfASumOfExponentialsDoesNotOverflow() {
        Builder on = new Builder(0);
        Value v = on.named("v").fresh(Type.vector(2));
        Value exponentials = on.apply(Function1.EXP, v);
        Value loss = on.apply(Function1.LOG, on.fold(Reduction.SUM, exponentials));
        Program program = new Program(
                List.of(new Input(Role.PARAMETER, "v")),
                new Region(List.of(v), on.written(), List.of(loss)),
                List.of(new Output(Purpose.LOSS, "")));

        Stabilised stable = Simplify.primal(program);

        Verifier.verify(stable.program());
        assertEquals("log(sum(exp(v))) -> logsumexp(v)", stable.applied().get(0).form());
        double found = new Evaluator<>(ReferenceAlgebra.doubles())
                .evaluate(stable.program(), List.of(Datum.of(1000, 1000)))
                .get(0)
                .number();
        assertEquals(1000 + Math.log(2), found);
    }

    @Test
    void softplusWrittenOutIsFoundWithItsSign() {
        Builder on = new Builder(0);
        Program program = inLoop(Type.SCALAR, on, (u, v) -> {
            Value exponent = on.negate(on.multiply(on.constant(2), u));
            return on.apply(Function1.LOG, on.add(on.constant(1), on.apply(Function1.EXP, exponent)));
        });

        Stabilised stable = Simplify.primal(program);

        assertEquals(1, stable.applied().size());
        assertEquals("log(1 + exp(u)) -> softplus(u)", stable.applied().get(0).form());
        double found = new Evaluator<>(ReferenceAlgebra.doubles())
                .evaluate(stable.program(), List.of(Datum.of(-400), Datum.of(0)), Map.of("T", 1))
                .get(0)
                .number();
        assertEquals(800, found);
    }
}
