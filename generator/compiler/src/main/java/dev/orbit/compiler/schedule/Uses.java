package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each value of a program is read, by what, and whether in the loop that defines it. */
final class Uses {
    private static final int TOP = 0;

    private final int[] count;
    private final int[] loop;
    private final boolean[] escapes;
    private final boolean[] assigned;
    private final List<List<Instr>> readers = new ArrayList<>();
    private final Map<Value, Instr> definitions = new HashMap<>();
    private int loops = TOP;

    private Uses(int values) {
        count = new int[values];
        loop = new int[values];
        escapes = new boolean[values];
        assigned = new boolean[values];
        for (int i = 0; i < values; i++) {
            readers.add(new ArrayList<>());
        }
    }

    static Uses of(Program program, int values) {
        Uses uses = new Uses(values);
        uses.walk(program.body(), TOP);
        program.body().results().forEach(value -> uses.read(value, TOP));
        return uses;
    }

    /** How often the value is read. {@code known(y)}, which compares y with itself, reads once. */
    int count(Value value) {
        return count[value.id()];
    }

    /** Whether each iteration that reads the value has also computed it. */
    boolean stays(Value value) {
        return !escapes[value.id()];
    }

    /** Whether the value is what a carry or a branch yields, and so goes into a variable. */
    boolean assigned(Value value) {
        return assigned[value.id()];
    }

    /** The instructions that read the value; the results of regions are not among them. */
    List<Instr> readers(Value value) {
        return readers.get(value.id());
    }

    private void walk(Region region, int inside) {
        region.arguments().forEach(argument -> loop[argument.id()] = inside);
        for (Instr instr : region.instrs()) {
            for (Value result : instr.results()) {
                loop[result.id()] = inside;
                definitions.put(result, instr);
            }
            operands(instr, inside);
            if (instr instanceof Instr.Loop inner) {
                walkLoop(inner);
            } else if (instr instanceof Instr.If branch) {
                walk(branch.then(), inside);
                walk(branch.otherwise(), inside);
                branch.then().results().forEach(value -> assign(value, inside));
                branch.otherwise().results().forEach(value -> assign(value, inside));
            }
        }
    }

    private void operands(Instr instr, int inside) {
        boolean known = instr instanceof Instr.Compare compare && compare.x().equals(compare.y());
        List<Value> operands = known ? instr.operands().subList(0, 1) : instr.operands();
        for (Value operand : operands) {
            read(operand, inside);
            readers.get(operand.id()).add(instr);
        }
    }

    private void walkLoop(Instr.Loop inner) {
        int body = ++loops;
        walk(inner.body(), body);
        for (int i = 0; i < inner.body().results().size(); i++) {
            Value yielded = inner.body().results().get(i);
            boolean state = i < inner.carries().size() && inner.carries().get(i).kind() == Carry.Kind.STATE;
            if (state) {
                assign(yielded, body);
            } else {
                read(yielded, body);
                loosen(yielded);
            }
        }
        // What is read again in each iteration must not be computed there.
        inner.carries().stream()
                .filter(carry -> carry.delay() > 1)
                .forEach(carry -> escapes[carry.initial().id()] = true);
        if (inner.count() instanceof Count.Given given) {
            escapes[given.index().id()] = true;
        }
    }

    /** What a branch yields for a sum or a stack alone is not assigned: each side adds or keeps it. */
    private void loosen(Value yielded) {
        if (count[yielded.id()] == 1 && definitions.get(yielded) instanceof Instr.If branch) {
            int result = branch.results().indexOf(yielded);
            for (Region side : branch.regions()) {
                assigned[side.results().get(result).id()] = false;
                loosen(side.results().get(result));
            }
        }
    }

    private void assign(Value value, int inside) {
        read(value, inside);
        assigned[value.id()] = true;
    }

    private void read(Value value, int inside) {
        count[value.id()]++;
        if (loop[value.id()] != inside) {
            escapes[value.id()] = true;
        }
    }
}
