package dev.orbit.compiler.program;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies what every pass may rely on: each value is defined once and before it is read, within the regions that see
 * it; types agree; what is left of a delayed carry after a loop is not read.
 */
public final class Verifier {
    private final Map<Integer, Value> defined = new HashMap<>();
    private final Set<Integer> visible = new HashSet<>();
    private final Set<Integer> unreadable = new HashSet<>();

    private Verifier() {}

    /** @throws MalformedProgram if the program is not one: a bug in the pass that made it, told in one sentence */
    public static void verify(Program program) {
        new Verifier().verify(program.body());
    }

    private void verify(Region region) {
        List<Value> local = new ArrayList<>(region.arguments());
        region.arguments().forEach(argument -> define(argument, Optional.empty()));
        for (Instr instr : region.instrs()) {
            instr.operands().forEach(operand -> read(operand, Optional.of(instr)));
            instr.regions().forEach(this::verify);
            instr.results().forEach(result -> define(result, Optional.of(instr)));
            local.addAll(instr.results());
            TypeRules.verify(instr);
            if (instr instanceof Instr.Loop loop) {
                hideDelayed(loop);
            }
        }
        region.results().forEach(result -> read(result, Optional.empty()));
        local.forEach(value -> visible.remove(value.id()));
    }

    private void define(Value value, Optional<Instr> by) {
        if (defined.put(value.id(), value) != null) {
            throw problem(value, "is defined twice", by);
        }
        visible.add(value.id());
    }

    private void read(Value value, Optional<Instr> by) {
        if (!visible.contains(value.id())) {
            boolean elsewhere = defined.containsKey(value.id());
            throw problem(value, elsewhere ? "is read outside of its region" : "is read before it is defined", by);
        }
        if (unreadable.contains(value.id())) {
            throw problem(value, "is read, but it is what a delayed carry leaves behind", by);
        }
        Type type = requireNonNull(defined.get(value.id())).type();
        if (!type.equals(value.type())) {
            throw problem(value, "is read as another type than it was defined with", by);
        }
    }

    private void hideDelayed(Instr.Loop loop) {
        for (int i = 0; i < loop.carries().size(); i++) {
            if (loop.carries().get(i).delay() > 1) {
                unreadable.add(loop.results().get(i).id());
            }
        }
    }

    private static MalformedProgram problem(Value value, String what, Optional<Instr> by) {
        String where = by.map(instr -> ", in " + Printer.line(instr)).orElse(", as argument or result of a region");
        return new MalformedProgram(value + " " + what + where, Optional.of(value.origin()));
    }
}
