package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Runs loops: those over the steps with a general step in their middle, others step by step. */
final class GeneralLoop {
    private final GeneralRun run;
    private boolean general;

    GeneralLoop(GeneralRun run) {
        this.run = run;
    }

    List<Datum<Formula>> run(Instr.Loop loop) {
        boolean open = run.isOpen(loop.count());
        if (open && (general || steps(loop.count()) != run.zone.steps())) {
            throw new Undecidable(general ? "steps are nested" : "a loop takes fewer steps");
        }
        int count = open ? run.zone.steps() : steps(loop.count());
        Registers registers = new Registers(loop, carry -> run.read(carry.initial()), run.algebra::add);
        List<List<Datum<Formula>>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int step = loop.backward() ? count - 1 - i : i;
            boolean all = open && run.zone.isGeneral(step);
            List<Datum<Formula>> yielded = all ? settled(loop, registers) : body(loop, step, open, registers);
            if (!all) {
                registers.take(yielded);
            }
            rows.add(yielded.subList(loop.carries().size(), yielded.size()));
        }
        if (loop.backward()) {
            Collections.reverse(rows);
        }
        List<Datum<Formula>> results = new ArrayList<>(registers.results());
        for (int i = 0; i < loop.collected().size(); i++) {
            int collected = i;
            results.add(new Datum.Stack<>(
                    rows.stream().map(row -> row.get(collected)).toList()));
        }
        return results;
    }

    private int steps(Count count) {
        return count.match(new Count.Cases<>(
                Count.Fixed::number,
                dimension -> run.zone.rows(),
                less -> steps(less.of()) - less.by(),
                given -> Math.max(0, run.read(given.index()).index()),
                quotient -> -1,
                rest -> -1));
    }

    /** The general step, when it confirms what is assumed of the states; these are then as after all its steps. */
    private List<Datum<Formula>> settled(Instr.Loop loop, Registers registers) {
        List<Formula> entering = registers.numbers();
        List<Formula> states = new ArrayList<>(entering);
        general = true;
        while (true) {
            registers.set(states);
            List<Datum<Formula>> yielded = body(loop, run.zone.first(), true, registers);
            registers.takeAll(yielded, sum -> run.algebra.constant(0));
            List<Formula> after = registers.numbers();
            boolean confirmed = true;
            for (int i = 0; i < states.size(); i++) {
                boolean assumed = states.get(i).equals(entering.get(i));
                if (assumed
                        && !after.get(i).equals(entering.get(i))
                        && !run.equal.test(after.get(i), entering.get(i))) {
                    states.set(i, run.generality.anything());
                    confirmed = false;
                }
            }
            if (confirmed) {
                general = false;
                registers.takeAll(yielded, run.generality::sum);
                registers.set(leaving(entering, states));
                return yielded;
            }
        }
    }

    private List<Formula> leaving(List<Formula> entering, List<Formula> states) {
        List<Formula> leaving = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            boolean kept = states.get(i).equals(entering.get(i));
            leaving.add(kept ? entering.get(i) : run.generality.something());
        }
        return leaving;
    }

    private List<Datum<Formula>> body(Instr.Loop loop, int step, boolean open, Registers registers) {
        run.define(loop.index(), new Datum.Index<>(open ? run.zone.index(step) : step));
        List<Datum<Formula>> arguments = registers.arguments();
        List<Optional<Value>> carried = loop.carried();
        int next = 0;
        for (Optional<Value> argument : carried) {
            if (argument.isPresent()) {
                requireNumbers(argument.get());
                run.define(argument.get(), arguments.get(next++));
            }
        }
        for (int i = 0; i < loop.sequences().size(); i++) {
            run.define(loop.rows().get(i), row(loop.sequences().get(i), step, open));
        }
        return run.run(loop.body());
    }

    private static void requireNumbers(Value state) {
        if (!state.type().isReal() || !state.type().stacked().isEmpty()) {
            throw new Undecidable("a state is no number");
        }
    }

    private Datum<Formula> row(Instr.Sequence sequence, int step, boolean open) {
        List<Datum<Formula>> rows = run.read(sequence.of()).rows();
        Type type = sequence.of().type();
        boolean cut = run.isOpen(type.stacked().get(0));
        if (!open && !cut) {
            return rows.get(step + sequence.shift());
        }
        int aligned = rows.size() - run.zone.steps();
        if (!open || !cut || sequence.shift() != aligned) {
            // the row of another step: told only where all rows are the same
            return alike(rows).orElseThrow(() -> new Undecidable("a step reads the row of another"));
        }
        return rows.get(step + aligned);
    }

    /** The one value of all rows; nothing if they differ, or may. */
    private Optional<Datum<Formula>> alike(List<Datum<Formula>> rows) {
        Datum<Formula> first = rows.get(0);
        boolean same = rows.stream().allMatch(first::equals)
                && first instanceof Datum.Entries<Formula> entries
                && entries.entries().stream().noneMatch(run.generality::varies);
        return same ? Optional.of(first) : Optional.empty();
    }
}
