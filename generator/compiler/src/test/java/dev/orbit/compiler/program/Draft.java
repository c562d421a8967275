package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Program.Input;
import dev.orbit.compiler.program.Program.Output;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Program.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A program written by hand in a test. */
public final class Draft {
    public static final Count STEPS = new Count.Dimension("T");

    public final Builder on = new Builder(0);
    private final List<Input> inputs = new ArrayList<>();
    private final List<Value> arguments = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Value> results = new ArrayList<>();

    public Value input(Role role, String name, Type type) {
        inputs.add(new Input(role, name));
        Value value = on.named(name).fresh(type);
        arguments.add(value);
        return value;
    }

    public Value parameter(String name) {
        return input(Role.PARAMETER, name, Type.SCALAR);
    }

    public Value parameter(String name, Type type) {
        return input(Role.PARAMETER, name, type);
    }

    public void output(Purpose purpose, String of, Value value) {
        outputs.add(new Output(purpose, of));
        results.add(value);
    }

    public Value zero(Type type) {
        return on.literal(Literal.of(0), type);
    }

    public Value real(Value index) {
        Value real = on.fresh(Type.SCALAR);
        on.add(new Instr.Real(real, index, 0));
        return real;
    }

    /** A loop whose body is written from its arguments: the index, the states, the rows. */
    public List<Value> loop(
            Instr.Axis axis,
            Count count,
            boolean backward,
            List<Carry> carries,
            List<Value> sequences,
            Function<List<Value>, List<Value>> write) {
        List<Value> arguments = new ArrayList<>();
        Value index = on.named("i").fresh(Type.INDEX);
        arguments.add(index);
        for (Carry carry : carries) {
            if (carry.isState()) {
                arguments.add(on.fresh(carry.initial().type()));
            }
        }
        for (Value sequence : sequences) {
            arguments.add(on.fresh(Stacking.seen(axis, count, sequence.type(), index)));
        }
        Region body = on.region(arguments, () -> write.apply(arguments));
        List<Instr.Sequence> rows = sequences.stream()
                .map(sequence -> new Instr.Sequence(sequence, 0))
                .toList();
        return on.loop(axis, count, backward, carries, rows, body);
    }

    public Program program() {
        return new Program(inputs, new Region(arguments, on.written(), results), outputs);
    }
}
