package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Instr.Sequence;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loops with fewer results and fewer rows. */
final class Narrowing {
    private Narrowing() {}

    /**
     * The loop without some of its parts. A carry goes with its result and its argument.
     *
     * @param instrs the body's instructions, which read none of the arguments that go
     * @param results numbers of the results that stay
     * @param rows numbers of the sequences that stay
     */
    static Loop loop(Loop loop, List<Instr> instrs, Set<Integer> results, Set<Integer> rows) {
        List<Optional<Value>> carried = loop.carried();
        List<Value> arguments = new ArrayList<>(List.of(loop.index()));
        List<Carry> carries = new ArrayList<>();
        List<Value> yielded = new ArrayList<>();
        List<Value> kept = new ArrayList<>();
        for (int i = 0; i < loop.results().size(); i++) {
            if (results.contains(i)) {
                kept.add(loop.results().get(i));
                yielded.add(loop.body().results().get(i));
                if (i < carried.size()) {
                    carries.add(loop.carries().get(i));
                    carried.get(i).ifPresent(arguments::add);
                }
            }
        }
        List<Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < loop.sequences().size(); i++) {
            if (rows.contains(i)) {
                sequences.add(loop.sequences().get(i));
                arguments.add(loop.rows().get(i));
            }
        }
        Region body = new Region(arguments, instrs, yielded);
        return new Loop(kept, loop.axis(), loop.count(), loop.backward(), carries, sequences, body);
    }
}
