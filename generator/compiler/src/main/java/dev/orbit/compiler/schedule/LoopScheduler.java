package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schedules one loop: variables for what it carries, arrays for what it collects, places for the rows that it reads. */
final class LoopScheduler {
    private final Ledger ledger;
    private final Instr.Loop loop;
    private final Map<Value, Slot> wished;
    private final Value index;
    private final List<Value> yields;
    private final List<Step> before = new ArrayList<>();
    private final List<Step> first = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();

    private LoopScheduler(Ledger ledger, Instr.Loop loop, Map<Value, Slot> wished) {
        this.ledger = ledger;
        this.loop = loop;
        this.wished = wished;
        this.index = loop.body().arguments().get(0);
        this.yields = loop.body().results();
    }

    /** The steps of a loop; a result that is wished in a slot is carried there. */
    static List<Step> schedule(Ledger ledger, Instr.Loop loop, Map<Value, Slot> wished) {
        return new LoopScheduler(ledger, loop, wished).run();
    }

    private List<Step> run() {
        ledger.places.put(index, new Place.Index());
        Collecting collecting = new Collecting(ledger, loop, before);
        for (int i = 0; i < loop.carries().size(); i++) {
            Value result = loop.results().get(i);
            if (!wished.containsKey(result) && collecting.holds(i)) {
                goals.add(collecting.hold(i, result));
            } else {
                boolean delayed = loop.carries().get(i).delay() > 1;
                goals.add(delayed ? new Goal.Nothing() : carry(i, loop.carries().get(i)));
            }
        }
        goals.addAll(collecting.goals());
        List<Value> rows = rows();
        for (int i = 0; i < loop.sequences().size(); i++) {
            read(rows.get(i), rowsOf(loop.sequences().get(i), 0));
        }
        for (int i = 0; i < loop.carries().size(); i++) {
            if (loop.carries().get(i).delay() > 1) {
                goals.set(i, delay(i, loop.carries().get(i)));
            }
        }
        Step.Block body = BlockScheduler.schedule(ledger, loop.body(), goals);
        first.addAll(body.steps());
        before.add(new Step.Repeat(loop, new Step.Block(first)));
        return before;
    }

    private Optional<Value> argument(int carry) {
        if (loop.carries().get(carry).kind() == Carry.Kind.SUM) {
            return Optional.empty();
        }
        long states = loop.carries().subList(0, carry).stream()
                .filter(c -> c.kind() == Carry.Kind.STATE)
                .count();
        return Optional.of(loop.body().arguments().get(1 + (int) states));
    }

    private List<Value> rows() {
        return loop.body()
                .arguments()
                .subList(1 + loop.states(), loop.body().arguments().size());
    }

    private Goal carry(int number, Carry carry) {
        Value result = loop.results().get(number);
        Optional<Value> argument = argument(number);
        String hint = hint(argument, yields.get(number), result);
        Slot slot = open(carry.initial(), Optional.ofNullable(wished.get(result)), hint, result);
        ledger.put(result, slot);
        argument.ifPresent(value -> ledger.put(value, slot));
        return carry.kind() == Carry.Kind.STATE
                ? new Goal.Into(slot, argument)
                : new Goal.Sum(slot, ledger.isPositiveZero(carry.initial()));
    }

    private static String hint(Optional<Value> argument, Value yielded, Value result) {
        if (argument.isPresent() && !argument.get().hint().isEmpty()) {
            return argument.get().hint();
        }
        if (!result.hint().isEmpty()) {
            return result.hint();
        }
        return yielded.hint().isEmpty() ? "sum" : yielded.hint();
    }

    private Slot open(Value initial, Optional<Slot> wish, String hint, Value result) {
        Optional<Slot> now = ledger.slotOf(initial);
        if (wish.isPresent()) {
            if (!now.equals(wish)) {
                before.add(new Step.Copy(initial, wish.get()));
            }
            return wish.get();
        }
        // What an argument is in, the next value of an outer loop goes into: it may not wait for what would be there.
        boolean own = ledger.definitions.containsKey(initial);
        boolean dies = own && ledger.uses.count(initial) == 1 && ledger.uses.stays(initial);
        if (dies && now.isPresent() && now.get().hint().equals(hint)) {
            return now.get();
        }
        Slot slot = ledger.home(hint, result);
        before.add(new Step.Open(slot, Optional.of(initial)));
        return slot;
    }

    private Rows rowsOf(Instr.Sequence sequence, int plus) {
        return ledger.rows(sequence.of()).row(Rows.At.index(index, sequence.shift() + plus));
    }

    /** A row is read where it is needed if that is once, or twice from the data; else it is loaded first. */
    private void read(Value row, Rows at) {
        if (!row.type().stacked().isEmpty()) {
            ledger.places.put(row, new Place.Stack(at));
            return;
        }
        if (!row.type().shape().isEmpty()) {
            ledger.places.put(row, new Place.Row(at));
            return;
        }
        int most = at.array() instanceof Rows.Holder.OfDatum ? 2 : 1;
        place(row, new Place.Row(at), most);
    }

    private void place(Value value, Place place, int most) {
        if (ledger.uses.count(value) <= most) {
            ledger.places.put(value, place);
        } else {
            Slot slot = ledger.slot(loaded(value, place), value.type());
            first.add(new Step.Load(place, slot));
            ledger.put(value, slot);
        }
    }

    /** The array has the datum's own name, so its row at step t needs another. */
    private static String loaded(Value value, Place place) {
        boolean datum = place instanceof Place.Row row && row.of().array() instanceof Rows.Holder.OfDatum;
        return datum ? Hints.of(value) + (value.hint().length() == 1 ? "t" : "_t") : Hints.of(value);
    }

    private Goal delay(int number, Carry carry) {
        Value argument = argument(number).orElseThrow();
        Value yielded = yields.get(number);
        int ago = loop.backward() ? carry.delay() : -carry.delay();
        Optional<Rows> kept = keptAt(yielded, ago);
        if (kept.isPresent()) {
            Place.Ahead ahead = new Place.Ahead(loop.backward(), loop.count());
            boolean shaped = !argument.type().shape().isEmpty();
            place(
                    argument,
                    new Place.Delayed(kept.get(), index, carry.delay(), carry.initial(), ahead),
                    shaped ? 0 : 1);
            return new Goal.Nothing();
        }
        Ring ring = ledger.ring(ledger.hint(yielded), yielded.type(), carry.delay());
        before.add(new Step.Fill(ring, carry.initial()));
        place(argument, new Place.Ringed(ring, index), 1);
        return new Goal.Pushed(ring, index, argument);
    }

    /** Where the value is kept anyway: it is a row of a sequence, or it is collected. */
    private Optional<Rows> keptAt(Value yielded, int ago) {
        int row = rows().indexOf(yielded);
        if (row >= 0) {
            return Optional.of(rowsOf(loop.sequences().get(row), ago));
        }
        for (int i = loop.carries().size(); i < yields.size(); i++) {
            if (yields.get(i).equals(yielded)) {
                return Optional.of(ledger.rows(loop.results().get(i)).row(Rows.At.index(index, ago)));
            }
        }
        return Optional.empty();
    }
}
