package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
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
    private final Aims aims;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> last = new ArrayList<>();

    private BlockScheduler(Ledger ledger, Region region, List<Goal> goals) {
        this.ledger = ledger;
        this.region = region;
        this.goals = goals;
        this.aims = new Aims(ledger, region, goals);
    }

    static Step.Block schedule(Ledger ledger, Region region, List<Goal> goals) {
        return new BlockScheduler(ledger, region, goals).run();
    }

    private Step.Block run() {
        for (int node : aims.order()) {
            emit(node, aims.nodes.get(node));
        }
        steps.addAll(last);
        return new Step.Block(steps);
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
            if (aims.direct.containsKey(result)) {
                slots.put(result, aims.direct.get(result).slot());
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
            spread(result, rows, true);
            ledger.places.put(result, new Place.Stack(rows));
            return;
        }
        steps.add(new Step.Define(result, home(result)));
        moveLater(result);
    }

    /** Where the result goes; it is there from now on. */
    private Home home(Value result) {
        if (aims.stored.containsKey(result)) {
            ledger.places.put(result, new Place.Row(aims.stored.get(result)));
            return new Home.InRow(aims.stored.get(result));
        }
        boolean fresh = !aims.direct.containsKey(result);
        Slot slot = fresh ? beside(result) : aims.direct.get(result).slot();
        ledger.put(result, slot);
        return new Home.InSlot(slot, fresh);
    }

    private void spread(Value stack, Rows rows, boolean computes) {
        if (!ledger.isEmpty(stack)) {
            Value index = ledger.rowNumber();
            steps.add(new Step.Spread(stack, index, rows.row(Rows.At.index(index, 0)), computes));
        }
    }

    private void keepRows(Instr.View view) {
        Rows rows = ledger.stack(view.result(), ledger.hint(view.args().get(0)));
        ledger.places.put(view.result(), new Place.Stack(rows));
        for (int i = 0; i < view.args().size(); i++) {
            steps.add(new Step.Keep(view.args().get(i), rows.row(Rows.At.fixed(i))));
        }
    }

    private Slot beside(Value result) {
        String hint =
                aims.later.containsKey(result) ? aims.later.get(result).slot().hint() + "'" : ledger.hint(result);
        return aims.later.containsKey(result) ? ledger.slot(hint, result.type()) : ledger.home(hint, result);
    }

    private void moveLater(Value result) {
        if (aims.later.containsKey(result)) {
            last.add(new Step.Copy(result, aims.later.get(result).slot()));
        }
    }

    private void emitBranch(Instr.If branch) {
        List<Goal> inside = new ArrayList<>();
        for (Value result : branch.results()) {
            if (aims.divided.containsKey(result)) {
                inside.add(aims.divided.get(result));
                continue;
            }
            if (!result.type().stacked().isEmpty()) {
                Rows rows = ledger.stack(result, ledger.hint(result));
                ledger.places.put(result, new Place.Stack(rows));
                inside.add(new Goal.Stacked(rows));
                continue;
            }
            if (aims.stored.containsKey(result)) {
                inside.add(new Goal.Kept(aims.stored.get(result)));
                ledger.places.put(result, new Place.Row(aims.stored.get(result)));
                continue;
            }
            Goal.Into into = aims.direct.get(result);
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
            spread(value, stacked.rows(), false);
        } else if (goal instanceof Goal.Pushed pushed) {
            steps.add(new Step.Push(pushed.ring(), pushed.index(), value));
        } else if (goal instanceof Goal.Given given) {
            boolean stack = !value.type().stacked().isEmpty();
            Rows to = new Rows(new Rows.Holder.OfOutput(given.output()), List.of(), 0);
            if (stack) {
                spread(value, to, false);
            } else {
                steps.add(new Step.Give(given.output(), value));
            }
        }
    }

    private void finishInto(int number, Goal.Into into, Value value) {
        if (aims.waiting.containsKey(number)) {
            Slot beside = ledger.slot(into.slot().hint() + "'", into.slot().type());
            steps.add(new Step.Open(beside, Optional.of(value)));
            last.add(new Step.Move(beside, into.slot()));
        } else {
            steps.add(new Step.Copy(value, into.slot()));
        }
    }
}
