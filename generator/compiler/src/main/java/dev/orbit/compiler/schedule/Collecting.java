package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Access;
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

    /**
     * Whether the vector or matrix that is carried lies in the array in which it is collected, before the step or after it:
     * it needs no variable.
     */
    boolean holds(int carry) {
        Carry carried = loop.carries().get(carry);
        boolean shaped = !carried.initial().type().shape().isEmpty();
        if (!shaped || !carried.isState() || carried.delay() > 1) {
            return false;
        }
        int old = collected(loop.carried().get(carry).orElseThrow());
        int next = collected(yields.get(carry));
        boolean wanted = old >= 0 && wanted(old) || next >= 0 && wanted(next);
        boolean collected = (old >= 0 || next >= 0) && old != next;
        return (collected || isWindow(carry)) && !wanted && !shared(carry);
    }

    /** Whether each step moves the entries on by one place: then no step copies them. */
    private boolean isWindow(int carry) {
        Value next = yields.get(carry);
        boolean here =
                loop.body().instrs().stream().anyMatch(instr -> instr.results().contains(next));
        Value argument = loop.carried().get(carry).orElseThrow();
        return here
                && loop.stacks().stream().noneMatch(this::isReshaped)
                && ledger.definitions.get(next) instanceof Instr.View view
                && (loop.backward() ? isMovedBack(view, argument) : isPushed(view, argument));
    }

    private static boolean isPushed(Instr.View view, Value argument) {
        return view.op() == Access.PUSH && view.args().get(0).equals(argument);
    }

    /** An adjoint moves the other way, and is changed where it lies. */
    private boolean isMovedBack(Instr.View view, Value argument) {
        boolean alone = ledger.uses.count(view.result()) == 1;
        Instr.View first = view;
        while (!first.args().get(0).equals(argument)) {
            boolean more = ledger.definitions.get(first.args().get(0)) instanceof Instr.View;
            if (!more) {
                return false;
            }
            first = (Instr.View) ledger.definitions.get(first.args().get(0));
        }
        return alone && first.op() == Access.UNPUSH && new Overwriting(ledger).mayOverwrite(view, argument);
    }

    /** Whether the rows must lie one after another. */
    private boolean isReshaped(Value stack) {
        return ledger.uses.readers(stack).stream()
                .anyMatch(reader -> reader instanceof Instr.View view && view.op() == Access.RESHAPE
                        || reader instanceof Instr.Linear);
    }

    /** Whether another carry becomes the same value: it is computed into one place. */
    private boolean shared(int carry) {
        return yields.subList(0, loop.carries().size()).indexOf(yields.get(carry)) < carry;
    }

    private int collected(Value value) {
        return loop.collected().indexOf(value);
    }

    /** Places a carry that is held; what becomes of its next value. */
    Goal hold(int carry, Value result) {
        Value value = yields.get(carry);
        Value argument = loop.carried().get(carry).orElseThrow();
        String hint = argument.hint().isEmpty() ? ledger.hint(value) : argument.hint();
        List<Tape.Axis> axes = axes(loop, 1);
        Tape tape = isWindow(carry) ? ledger.window(hint, value.type(), axes) : ledger.tape(hint, value.type(), axes);
        Rows rows = new Rows(new Rows.Holder.OfTape(tape), List.of(), 0);
        Rows early = loop.backward() ? new Rows(rows.array(), List.of(), 1) : rows;
        Rows late = loop.backward() ? rows : new Rows(rows.array(), List.of(), 1);
        held(collected(argument), early);
        held(collected(value), late);
        Rows.At first = loop.backward() ? Rows.At.end(loop.count()) : Rows.At.fixed(0);
        Rows.At last = loop.backward() ? Rows.At.fixed(0) : Rows.At.end(loop.count());
        before.add(new Step.Keep(loop.carries().get(carry).initial(), rows.row(first)));
        ledger.places.put(argument, new Place.Row(early.row(Rows.At.index(index, 0))));
        ledger.places.put(result, new Place.Row(rows.row(last)));
        Rows row = late.row(Rows.At.index(index, 0));
        return isWindow(carry) && loop.backward() ? new Goal.Moved(row, argument) : new Goal.Kept(row);
    }

    private void held(int collected, Rows rows) {
        if (collected >= 0) {
            ledger.places.put(loop.stacks().get(collected), new Place.Stack(rows));
        }
    }

    /** What becomes of each collected value, in order. */
    List<Goal> goals() {
        int carries = loop.carries().size();
        List<Optional<Goal>> goals = new ArrayList<>();
        for (Value stack : loop.stacks()) {
            boolean held = ledger.places.containsKey(stack);
            goals.add(held ? Optional.of(new Goal.Nothing()) : Optional.empty());
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
                new Rows.Holder.OfTape(ledger.tape(ledger.hint(value), value.type(), axes(loop, 1))), List.of(), 0);
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
