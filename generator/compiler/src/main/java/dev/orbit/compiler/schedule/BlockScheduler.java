package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Schedules one region: puts its statements in order and gives each value a variable. A result that goes into a variable is
 * computed there, unless its old value is still read afterwards; then it is computed beside it and moved at the end.
 */
final class BlockScheduler {
    private final Ledger ledger;
    private final Region region;
    private final List<Goal> goals;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Value, Integer> nodeOf = new HashMap<>();
    private final Map<Value, Integer> written = new HashMap<>();
    private final List<Writer> writers = new ArrayList<>();
    /** Results that are computed into the variable where they belong. */
    private final Map<Value, Goal.Into> direct = new LinkedHashMap<>();
    /** Results that are computed beside it and moved at the end. */
    private final Map<Value, Goal.Into> later = new LinkedHashMap<>();
    /** Copies, by their node, that must wait for the end. */
    private final Map<Integer, Goal.Into> waiting = new LinkedHashMap<>();
    /** Branches that add to a sum, or fill a row, on each side. */
    private final Map<Value, Goal> divided = new LinkedHashMap<>();
    /** Vectors and matrices that are computed into a row of an array. */
    private final Map<Value, Rows> stored = new LinkedHashMap<>();

    private final List<Step> steps = new ArrayList<>();
    private final List<Step> last = new ArrayList<>();

    /** A statement that overwrites a variable: it computes {@code value}, or copies it. */
    private record Writer(int node, Value value, Goal.Into into) {}

    private BlockScheduler(Ledger ledger, Region region, List<Goal> goals) {
        this.ledger = ledger;
        this.region = region;
        this.goals = goals;
    }

    static Step.Block schedule(Ledger ledger, Region region, List<Goal> goals) {
        return new BlockScheduler(ledger, region, goals).run();
    }

    private Step.Block run() {
        for (int i = 0; i < region.instrs().size(); i++) {
            Instr instr = region.instrs().get(i);
            for (Value result : instr.results()) {
                written.put(result, i);
            }
            if (!instr.results().stream().allMatch(ledger.inlining::contains)) {
                instr.results().forEach(result -> nodeOf.put(result, nodes.size()));
                nodes.add(Node.of(2 * i, instr, ledger.reads.of(instr)));
            }
        }
        for (int i = 0; i < goals.size(); i++) {
            aim(i, goals.get(i), region.results().get(i));
        }
        for (int node : order()) {
            emit(node, nodes.get(node));
        }
        steps.addAll(last);
        return new Step.Block(steps);
    }

    private List<Integer> order() {
        Ordering ordering = new Ordering(nodes);
        writers.forEach(writer -> writer.into().old().ifPresent(old -> ordering.wish(old, writer.node())));
        for (int i = 0; i < nodes.size(); i++) {
            int result = nodes.get(i).result();
            if (result >= 0 && goals.get(result) instanceof Goal.Pushed pushed) {
                ordering.require(pushed.old(), i);
            }
        }
        for (int i = 0; i < goals.size(); i++) {
            if (goals.get(i) instanceof Goal.Moved moved) {
                ordering.require(moved.old(), nodeOf.get(region.results().get(i)));
            }
        }
        List<Integer> order = ordering.order();
        int[] position = new int[nodes.size()];
        for (int i = 0; i < order.size(); i++) {
            position[order.get(i)] = i;
        }
        for (Writer writer : writers) {
            boolean spoils = writer.into().old().isPresent()
                    && ordering.readers(writer.into().old().get(), writer.node()).stream()
                            .anyMatch(reader -> position[reader] > position[writer.node()]);
            boolean copies = nodes.get(writer.node()).instr().isEmpty();
            spoils |= writer.into().old().isPresent()
                    && !mayOverwrite(writer, writer.into().old().get());
            if (copies && spoils) {
                waiting.put(writer.node(), writer.into());
            } else if (!copies) {
                (spoils ? later : direct).put(writer.value(), writer.into());
            }
        }
        return order;
    }

    private boolean mayOverwrite(Writer writer, Value old) {
        Overwriting overwriting = new Overwriting(ledger);
        return old.type().shape().isEmpty()
                || nodes.get(writer.node())
                        .instr()
                        .map(instr -> overwriting.mayOverwrite(instr, old))
                        .orElseGet(() -> overwriting.mayOverwrite(writer.value(), old));
    }

    private void aim(int result, Goal goal, Value value) {
        boolean here = nodeOf.containsKey(value);
        int end = 2 * region.instrs().size() + result;
        int soon = here ? nodes.get(nodeOf.get(value)).key() + 1 : keyOf(value, end);
        boolean once = here && ledger.uses.count(value) == 1;
        if (goal instanceof Goal.Into into) {
            aimInto(result, into, value, end);
        } else if (goal instanceof Goal.Stacked stacked && here && !ledger.wanted.containsKey(value)) {
            ledger.wanted.put(value, stacked.rows());
        } else if (goal instanceof Goal.Kept kept && here && isStorable(value)) {
            stored.put(value, kept.at());
        } else if (goal instanceof Goal.Moved moved) {
            stored.put(value, moved.at());
        } else if (goal instanceof Goal.Sum || goal instanceof Goal.Kept) {
            boolean nothing = goal instanceof Goal.Sum sum && sum.fromZero() && ledger.isZero(value);
            if (once && ledger.definitions.get(value) instanceof Instr.If) {
                divided.put(value, goal);
            } else if (!nothing) {
                nodes.add(Node.of(soon, result, ledger.reads.of(value)));
            }
        } else if (!(goal instanceof Goal.Nothing)) {
            nodes.add(Node.of(end, result, ledger.reads.of(value)));
        }
    }

    /** Whether nothing but a row of an array need hold the value. */
    private boolean isStorable(Value value) {
        boolean computed = !(ledger.definitions.get(value) instanceof Instr.Loop);
        boolean aimed = writers.stream().anyMatch(writer -> writer.value().equals(value));
        return !value.type().shape().isEmpty() && computed && !aimed && !stored.containsKey(value);
    }

    /** An argument is used first of all, an inlined value where it was written. */
    private int keyOf(Value value, int end) {
        if (ledger.definitions.get(value) == null) {
            return -1;
        }
        return written.containsKey(value) ? 2 * written.get(value) + 1 : end;
    }

    private void aimInto(int result, Goal.Into into, Value value, int end) {
        if (ledger.slotOf(value).equals(Optional.of(into.slot()))) {
            return;
        }
        boolean aimed = writers.stream().anyMatch(writer -> writer.value().equals(value));
        if (nodeOf.containsKey(value) && !aimed && mayWrite(ledger.definitions.get(value), value, into)) {
            writers.add(new Writer(nodeOf.get(value), value, into));
        } else {
            writers.add(new Writer(nodes.size(), value, into));
            nodes.add(Node.of(end, result, ledger.reads.of(value)));
        }
    }

    /** A loop works in its variable from its beginning, so nothing else in it may read what was there. */
    private boolean mayWrite(Instr definition, Value value, Goal.Into into) {
        if (!(definition instanceof Instr.Loop loop) || into.old().isEmpty()) {
            return true;
        }
        Value old = into.old().get();
        long readings = loop.operands().stream()
                .filter(operand -> ledger.reads.of(operand).contains(old))
                .count();
        Value own = loop.carries().get(loop.results().indexOf(value)).initial();
        return !ledger.reads.of(loop.body()).contains(old)
                && (readings == 0 || readings == 1 && ledger.reads.of(own).contains(old));
    }

    private void emit(int number, Node node) {
        if (node.instr().isEmpty()) {
            finish(number, goals.get(node.result()), region.results().get(node.result()));
        } else if (node.instr().get() instanceof Instr.If branch) {
            emitBranch(branch);
        } else if (node.instr().get() instanceof Instr.Loop loop) {
            emitLoop(loop);
        } else if (node.instr().get() instanceof Instr.Call call
                && ledger.ofArrays.contains(call.f().name())) {
            ask(call);
        } else {
            define(node.instr().get(), node.instr().get().results().get(0));
        }
    }

    private void ask(Instr.Call call) {
        int taken = call.f().arguments().stream().mapToInt(Type::size).sum();
        boolean value = call.order().kind() == Abstract.Order.Kind.VALUE;
        int seed = value ? 0 : call.f().result().size();
        Slot arguments = ledger.slot(call.f().name() + "Arguments", Type.vector(taken + seed));
        List<Home> homes = call.results().stream().map(this::home).toList();
        boolean inPlace = value && !call.f().result().shape().isEmpty();
        Type answer = Type.vector(value ? call.f().result().size() : taken);
        Home scratch = inPlace
                ? homes.get(0)
                : new Home.InSlot(ledger.slot(call.f().name() + (value ? "Value" : "Adjoint"), answer), true);
        steps.add(new Step.Ask(call, arguments, scratch, inPlace ? List.of() : homes));
        call.results().forEach(this::moveLater);
    }

    private void emitLoop(Instr.Loop loop) {
        Map<Value, Slot> slots = new LinkedHashMap<>();
        for (Value result : loop.results()) {
            if (direct.containsKey(result)) {
                slots.put(result, direct.get(result).slot());
            }
        }
        steps.addAll(LoopScheduler.schedule(ledger, loop, slots));
        loop.results().forEach(this::moveLater);
    }

    private void define(Instr instr, Value result) {
        if (instr instanceof Instr.View view && view.op() == Access.ROWS) {
            keepRows(view);
            return;
        }
        if (!result.type().stacked().isEmpty()) {
            Rows rows = ledger.stack(result, ledger.hint(result));
            steps.add(spread(result, rows, true));
            ledger.places.put(result, new Place.Stack(rows));
            return;
        }
        steps.add(new Step.Define(result, home(result)));
        moveLater(result);
    }

    /** Where the result goes; it is there from now on. */
    private Home home(Value result) {
        if (stored.containsKey(result)) {
            ledger.places.put(result, new Place.Row(stored.get(result)));
            return new Home.InRow(stored.get(result));
        }
        boolean fresh = !direct.containsKey(result);
        Slot slot = fresh ? beside(result) : direct.get(result).slot();
        ledger.put(result, slot);
        return new Home.InSlot(slot, fresh);
    }

    private Step spread(Value stack, Rows rows, boolean computes) {
        Value index = ledger.rowNumber();
        return new Step.Spread(stack, index, rows.row(Rows.At.index(index, 0)), computes);
    }

    private void keepRows(Instr.View view) {
        Rows rows = ledger.stack(view.result(), ledger.hint(view.args().get(0)));
        ledger.places.put(view.result(), new Place.Stack(rows));
        for (int i = 0; i < view.args().size(); i++) {
            steps.add(new Step.Keep(view.args().get(i), rows.row(Rows.At.fixed(i))));
        }
    }

    private Slot beside(Value result) {
        String hint = later.containsKey(result) ? later.get(result).slot().hint() + "'" : ledger.hint(result);
        return later.containsKey(result) ? ledger.slot(hint, result.type()) : ledger.home(hint, result);
    }

    private void moveLater(Value result) {
        if (later.containsKey(result)) {
            last.add(new Step.Copy(result, later.get(result).slot()));
        }
    }

    private void emitBranch(Instr.If branch) {
        List<Goal> inside = new ArrayList<>();
        for (Value result : branch.results()) {
            if (divided.containsKey(result)) {
                inside.add(divided.get(result));
                continue;
            }
            if (!result.type().stacked().isEmpty()) {
                Rows rows = ledger.stack(result, ledger.hint(result));
                ledger.places.put(result, new Place.Stack(rows));
                inside.add(new Goal.Stacked(rows));
                continue;
            }
            if (stored.containsKey(result)) {
                inside.add(new Goal.Kept(stored.get(result)));
                ledger.places.put(result, new Place.Row(stored.get(result)));
                continue;
            }
            Goal.Into into = direct.get(result);
            if (into == null) {
                into = new Goal.Into(beside(result), Optional.empty());
                steps.add(new Step.Open(into.slot(), Optional.empty()));
            }
            inside.add(into);
            ledger.put(result, into.slot());
        }
        Step.Block then = schedule(ledger, branch.then(), inside);
        Step.Block otherwise = schedule(ledger, branch.otherwise(), inside);
        steps.add(new Step.Branch(branch.condition(), then, otherwise));
        branch.results().forEach(this::moveLater);
    }

    private void finish(int number, Goal goal, Value value) {
        if (goal instanceof Goal.Into into) {
            finishInto(number, into, value);
        } else if (goal instanceof Goal.Sum sum) {
            steps.add(new Step.Add(value, sum.slot()));
        } else if (goal instanceof Goal.Kept kept) {
            steps.add(new Step.Keep(value, kept.at()));
        } else if (goal instanceof Goal.Stacked stacked) {
            steps.add(spread(value, stacked.rows(), false));
        } else if (goal instanceof Goal.Pushed pushed) {
            steps.add(new Step.Push(pushed.ring(), pushed.index(), value));
        } else if (goal instanceof Goal.Given given) {
            boolean stack = !value.type().stacked().isEmpty();
            Rows to = new Rows(new Rows.Holder.OfOutput(given.output()), List.of(), 0);
            steps.add(stack ? spread(value, to, false) : new Step.Give(given.output(), value));
        }
    }

    private void finishInto(int number, Goal.Into into, Value value) {
        if (waiting.containsKey(number)) {
            Slot beside = ledger.slot(into.slot().hint() + "'", into.slot().type());
            steps.add(new Step.Open(beside, Optional.of(value)));
            last.add(new Step.Move(beside, into.slot()));
        } else {
            steps.add(new Step.Copy(value, into.slot()));
        }
    }
}
