package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Program.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Programs for some of a program's outputs. */
public final class Slice {
    private Slice() {}

    /**
     * The same program with fewer outputs, in their order. Nothing else is dropped here: what the remaining outputs do
     * not need is dead code.
     */
    public static Program outputs(Program program, Predicate<Output> wanted) {
        List<Output> outputs = new ArrayList<>();
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < program.outputs().size(); i++) {
            if (wanted.test(program.outputs().get(i))) {
                outputs.add(program.outputs().get(i));
                results.add(program.body().results().get(i));
            }
        }
        Region body = program.body();
        return new Program(program.inputs(), new Region(body.arguments(), body.instrs(), results), outputs);
    }
}
