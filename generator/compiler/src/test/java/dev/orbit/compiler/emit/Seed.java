package dev.orbit.compiler.emit;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The seed: three steps of y' = a h + w(x), h' = tanh(b x + c y + d h) from y = 0, unrolled. */
final class Seed {
    static final Abstract W = new Abstract("w", List.of(Type.SCALAR), Type.SCALAR);

    private Seed() {}

    static Outline2 written() {
        return null;
    }

    record Outline2() {}

    static List<Program.Input> inputs() {
        List<Program.Input> inputs = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            inputs.add(new Program.Input(Program.Role.PARAMETER, name));
        }
        inputs.add(new Program.Input(Program.Role.INPUT, "x"));
        inputs.add(new Program.Input(Program.Role.INPUT, "h0"));
        inputs.add(new Program.Input(Program.Role.TARGET, "y_true"));
        return inputs;
    }

    static Program differentiated() {
        return Adjoint.differentiate(primal(), new DerivativePlan(List.of("a", "b", "c", "d"), Set.of()));
    }

    static Program primal() {
        Builder on = new Builder(0);
        List<Value> in = new ArrayList<>();
        inputs().forEach(input -> in.add(on.named(input.name()).fresh(Type.SCALAR)));
        Value a = in.get(0);
        Value d = in.get(3);
        Value h0 = in.get(5);
        Region body = on.region(in, () -> {
            Value w = on.named("w1").fresh(Type.SCALAR);
            on.add(new Instr.Call(List.of(w), W, Abstract.Order.VALUE, List.of(in.get(4))));
            Value bx = on.named("").multiply(in.get(1), in.get(4));
            Value h1 = on.named("h1").apply(Function1.TANH, on.add(bx, on.multiply(d, h0)));
            Value y1 = on.named("y1").add(on.multiply(a, h0), w);
            Value r2 = on.named("").add(on.add(bx, on.multiply(in.get(2), y1)), on.multiply(d, h1));
            Value h2 = on.named("h2").apply(Function1.TANH, r2);
            Value y3 = on.named("y3").add(on.multiply(a, h2), w);
            Value e = on.named("").subtract(in.get(6), y3);
            return List.of(on.named("").square(e));
        });
        return new Program(inputs(), body, List.of(new Program.Output(Program.Purpose.LOSS, "")));
    }

    static EmitRequest request() {
        return new EmitRequest(
                new Specs("Correction")
                        .doc("Learns a correction h to an existing model w, without disturbing it at the start.")
                        .parameters("a", "b", "c", "d")
                        .input("x", "h0")
                        .target("y_true")
                        .function(W)
                        .steps(3)
                        .start("zero", 0, 0, 0, 0)
                        .start("gentle", 0, 0.001, 0.001, 0.001)
                        .note("y' = a * h + w(x)", 24)
                        .note("h' = tanh(b * x + c * y + d * h)", 25)
                        .outline(),
                differentiated());
    }
}
