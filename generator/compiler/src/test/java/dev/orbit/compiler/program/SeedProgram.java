package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.program.Program.Input;
import dev.orbit.compiler.program.Program.Output;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Program.Role;
import java.util.List;

/** The seed model by hand: y' = a h + w(x), h' = tanh(b x + c y + d h), iterated; loss (y_true - y)^2. */
public final class SeedProgram {
    public static final Abstract W = new Abstract("w", List.of(Type.SCALAR), Type.SCALAR);

    private SeedProgram() {}

    public static Program of(Count steps) {
        Builder on = new Builder(0);
        Value a = on.named("a").fresh(Type.SCALAR);
        Value b = on.named("b").fresh(Type.SCALAR);
        Value c = on.named("c").fresh(Type.SCALAR);
        Value d = on.named("d").fresh(Type.SCALAR);
        Value x = on.named("x").fresh(Type.SCALAR);
        Value h0 = on.named("h0").fresh(Type.SCALAR);
        Value yTrue = on.named("y_true").fresh(Type.SCALAR);
        Value zero = on.constant(0);
        Value index = on.fresh(Type.INDEX);
        Value y = on.named("y").fresh(Type.SCALAR);
        Value h = on.named("h").fresh(Type.SCALAR);
        Region body = on.region(List.of(index, y, h), () -> {
            Value w = on.named("w").fresh(Type.SCALAR);
            on.add(new Instr.Call(List.of(w), W, Abstract.Order.VALUE, List.of(x)));
            Value ah = on.multiply(a, h);
            Value yNext = on.named("y").add(ah, w);
            Value u = on.add(on.add(on.multiply(b, x), on.multiply(c, y)), on.multiply(d, h));
            return List.of(yNext, on.named("h").apply(Function1.TANH, u));
        });
        List<Value> last =
                on.loop(Instr.Axis.STEPS, steps, false, List.of(Carry.state(zero), Carry.state(h0)), List.of(), body);
        Value error = on.subtract(yTrue, last.get(0));
        Value loss = on.named("loss").square(error);
        return new Program(
                List.of(
                        new Input(Role.PARAMETER, "a"),
                        new Input(Role.PARAMETER, "b"),
                        new Input(Role.PARAMETER, "c"),
                        new Input(Role.PARAMETER, "d"),
                        new Input(Role.INPUT, "x"),
                        new Input(Role.INPUT, "h0"),
                        new Input(Role.TARGET, "y_true")),
                new Region(List.of(a, b, c, d, x, h0, yTrue), on.written(), List.of(loss)),
                List.of(new Output(Purpose.LOSS, "")));
    }
}
