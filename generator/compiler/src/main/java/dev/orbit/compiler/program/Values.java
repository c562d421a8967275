package dev.orbit.compiler.program;

import java.util.List;

/** Questions about the values of a program. */
public final class Values {
    private Values() {}

    /** A number above every id in the program. */
    public static int nextId(Program program) {
        return 1 + lastId(program.body());
    }

    private static int lastId(Region region) {
        int last = last(region.arguments());
        for (Instr instr : region.instrs()) {
            last = Math.max(last, last(instr.results()));
            for (Region inner : instr.regions()) {
                last = Math.max(last, lastId(inner));
            }
        }
        return last;
    }

    private static int last(List<Value> values) {
        return values.stream().mapToInt(Value::id).max().orElse(-1);
    }
}
