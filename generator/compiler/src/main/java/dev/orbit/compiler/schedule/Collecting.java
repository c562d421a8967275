package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Arrays for what a loop collects. A state before each step and the same state after each step lie in one array of one row
 * more than there are steps.
 */
final class Collecting {
    private final Ledger ledger;
    private final Instr.Loop loop;
    private final List<Step> before;
    private final Value index;
    private final List<Value> yields;

    /** @param before takes the steps that must run before the loop */
    Collecting(Ledger ledger, Instr.Loop loop, List<Step> before) {
        this.ledger = ledger;
        this.loop = loop;
        this.before = before;
        this.index = loop.body().arguments().get(0);
        this.yields = loop.body().results();
    }

    /** What becomes of each collected value, in order. */
    List<Goal> goals() {
        int carries = loop.carries().size();
        List<Optional<Goal>> goals = new ArrayList<>();
        for (int i = carries; i < yields.size(); i++) {
            goals.add(Optional.empty());
        }
        for (int carry = 0; carry < carries; carry++) {
            pair(carry, goals);
        }
        for (int i = 0; i < goals.size(); i++) {
            if (goals.get(i).isEmpty()) {
                goals.set(i, Optional.of(keep(carries + i)));
            }
        }
        return goals.stream().map(Optional::orElseThrow).toList();
    }

    private void pair(int carry, List<Optional<Goal>> goals) {
        Carry carried = loop.carries().get(carry);
        int carries = loop.carries().size();
        if (carried.kind() == Carry.Kind.SUM || carried.delay() > 1) {
            return;
        }
        int state = (int) loop.carries().subList(0, carry).stream()
                .filter(c -> c.kind() == Carry.Kind.STATE)
                .count();
        int old = yields.subList(carries, yields.size())
                .indexOf(loop.body().arguments().get(1 + state));
        int next = yields.subList(carries, yields.size()).indexOf(yields.get(carry));
        if (old < 0 || next < 0 || old == next || wanted(old) || wanted(next)) {
            return;
        }
        // one state may become another: what it was is then the other's next, and kept already
        if (goals.get(old).isPresent() || goals.get(next).isPresent()) {
            return;
        }
        Value value = yields.get(carry);
        Rows rows = new Rows(
                new Rows.Holder.OfTape(
                        ledger.tape(ledger.hint(value), value.type().element(), axes(loop, 1))),
                List.of(),
                0);
        Rows early = loop.backward() ? new Rows(rows.array(), List.of(), 1) : rows;
        Rows late = loop.backward() ? rows : new Rows(rows.array(), List.of(), 1);
        ledger.places.put(loop.results().get(carries + old), new Place.Stack(early));
        ledger.places.put(loop.results().get(carries + next), new Place.Stack(late));
        Rows.At start = loop.backward() ? Rows.At.end(loop.count()) : Rows.At.fixed(0);
        before.add(new Step.Keep(carried.initial(), rows.row(start)));
        goals.set(old, Optional.of(new Goal.Nothing()));
        goals.set(next, Optional.of(new Goal.Kept(late.row(Rows.At.index(index, 0)))));
    }

    private boolean wanted(int collected) {
        return ledger.wanted.containsKey(loop.results().get(loop.carries().size() + collected));
    }

    private Goal keep(int number) {
        Value value = yields.get(number);
        Value stack = loop.results().get(number);
        Rows rows = ledger.stack(stack, ledger.hint(value));
        ledger.places.put(stack, new Place.Stack(rows));
        Rows row = rows.row(Rows.At.index(index, 0));
        if (value.type().stacked().isEmpty()) {
            return new Goal.Kept(row);
        }
        // A loop inside collects it: straight into the rows of this one.
        ledger.wanted.put(value, row);
        return new Goal.Nothing();
    }

    private static List<Tape.Axis> axes(Instr.Loop loop, int extra) {
        return List.of(new Tape.Axis(loop.count(), extra));
    }
}
