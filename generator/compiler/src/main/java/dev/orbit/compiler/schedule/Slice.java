package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** The part of a program that some of its outputs need. */
public final class Slice {
    private final BitSet live = new BitSet();

    private Slice() {}

    /** The program with only the outputs that are {@code needed}, and only what they need; all inputs stay. */
    public static Program of(Program program, Predicate<Program.Output> needed) {
        List<Program.Output> outputs = new ArrayList<>();
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < program.outputs().size(); i++) {
            if (needed.test(program.outputs().get(i))) {
                outputs.add(program.outputs().get(i));
                results.add(program.body().results().get(i));
            }
        }
        Slice slice = new Slice();
        results.forEach(slice::mark);
        slice.sweep(program.body());
        List<Instr> instrs = slice.kept(program.body());
        return new Program(program.inputs(), new Region(program.body().arguments(), instrs, results), outputs);
    }

    private void mark(Value value) {
        live.set(value.id());
    }

    private boolean isLive(Value value) {
        return live.get(value.id());
    }

    private void sweep(Region region) {
        for (int i = region.instrs().size() - 1; i >= 0; i--) {
            Instr instr = region.instrs().get(i);
            if (instr.results().stream().noneMatch(this::isLive)) {
                continue;
            }
            if (instr instanceof Instr.Loop loop) {
                sweepLoop(loop);
            } else {
                instr.operands().forEach(this::mark);
            }
            if (instr instanceof Instr.If branch) {
                sweepSide(branch, branch.then());
                sweepSide(branch, branch.otherwise());
            }
        }
    }

    private void sweepSide(Instr.If branch, Region side) {
        for (int i = 0; i < branch.results().size(); i++) {
            if (isLive(branch.results().get(i))) {
                mark(side.results().get(i));
            }
        }
        sweep(side);
    }

    private void sweepLoop(Instr.Loop loop) {
        List<Value> arguments = loop.body().arguments();
        int before;
        do {
            before = live.cardinality();
            int argument = 1;
            for (int i = 0; i < loop.results().size(); i++) {
                boolean carried = i < loop.carries().size();
                boolean state = carried && loop.carries().get(i).kind() == Carry.Kind.STATE;
                if (state && isLive(arguments.get(argument++))) {
                    mark(loop.results().get(i));
                }
                if (isLive(loop.results().get(i))) {
                    mark(loop.body().results().get(i));
                }
            }
            sweep(loop.body());
        } while (live.cardinality() != before);
        for (int i = 0; i < loop.carries().size(); i++) {
            if (isLive(loop.results().get(i))) {
                mark(loop.carries().get(i).initial());
            }
        }
        for (int i = 0; i < loop.sequences().size(); i++) {
            if (isLive(arguments.get(1 + loop.states() + i))) {
                mark(loop.sequences().get(i).of());
            }
        }
        mark(loop.count());
    }

    private void mark(Count count) {
        if (count instanceof Count.Given given) {
            mark(given.index());
        } else if (count instanceof Count.Rest rest) {
            mark(rest.segment());
        }
    }

    private List<Instr> kept(Region region) {
        List<Instr> kept = new ArrayList<>();
        for (Instr instr : region.instrs()) {
            if (instr.results().stream().anyMatch(this::isLive)) {
                kept.add(kept(instr));
            }
        }
        return kept;
    }

    private Instr kept(Instr instr) {
        if (instr instanceof Instr.If branch) {
            return new Instr.If(
                    branch.results().stream().filter(this::isLive).toList(),
                    branch.condition(),
                    keptSide(branch, branch.then()),
                    keptSide(branch, branch.otherwise()));
        }
        return instr instanceof Instr.Loop loop ? keptLoop(loop) : instr;
    }

    private Region keptSide(Instr.If branch, Region side) {
        return new Region(List.of(), kept(side), keptResults(branch.results(), side.results()));
    }

    private List<Value> keptResults(List<Value> results, List<Value> yields) {
        List<Value> kept = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (isLive(results.get(i))) {
                kept.add(yields.get(i));
            }
        }
        return kept;
    }

    private Instr keptLoop(Instr.Loop loop) {
        List<Value> old = loop.body().arguments();
        List<Value> arguments = new ArrayList<>(List.of(old.get(0)));
        List<Carry> carries = new ArrayList<>();
        int argument = 1;
        for (int i = 0; i < loop.carries().size(); i++) {
            Carry carry = loop.carries().get(i);
            boolean stays = isLive(loop.results().get(i));
            if (stays) {
                carries.add(carry);
            }
            if (carry.kind() == Carry.Kind.STATE) {
                Value seen = old.get(argument++);
                if (stays) {
                    arguments.add(seen);
                }
            }
        }
        List<Instr.Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < loop.sequences().size(); i++) {
            Value row = old.get(argument + i);
            if (isLive(row)) {
                arguments.add(row);
                sequences.add(loop.sequences().get(i));
            }
        }
        Region body =
                new Region(arguments, kept(loop.body()), keptResults(loop.results(), loop.body().results()));
        return new Instr.Loop(
                loop.results().stream().filter(this::isLive).toList(),
                loop.axis(),
                loop.count(),
                loop.backward(),
                carries,
                sequences,
                body);
    }
}
