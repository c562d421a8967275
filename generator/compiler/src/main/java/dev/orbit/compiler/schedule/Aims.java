package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of a region, and what becomes of its results: which are computed where they belong, and which beside it,
 * because the old value is still read afterwards.
 */
final class Aims {
    private final Ledger ledger;
    private final Region region;
    private final List<Goal> goals;
    final List<Node> nodes = new ArrayList<>();
    private final Map<Value, Integer> nodeOf = new HashMap<>();
    private final Map<Value, Integer> written = new HashMap<>();
    private final List<Writer> writers = new ArrayList<>();
    /** Results that are computed into the variable where they belong. */
    final Map<Value, Goal.Into> direct = new LinkedHashMap<>();
    /** Results that are computed beside it and moved at the end. */
    final Map<Value, Goal.Into> later = new LinkedHashMap<>();
    /** Copies, by their node, that must wait for the end. */
    final Map<Integer, Goal.Into> waiting = new LinkedHashMap<>();
    /** Branches that add to a sum, or fill a row, on each side. */
    final Map<Value, Goal> divided = new LinkedHashMap<>();
    /** Vectors and matrices that are computed into a row of an array. */
    final Map<Value, Rows> stored = new LinkedHashMap<>();

    /** A statement that overwrites a variable: it computes {@code value}, or copies it. */
    private record Writer(int node, Value value, Goal.Into into) {}

    Aims(Ledger ledger, Region region, List<Goal> goals) {
        this.ledger = ledger;
        this.region = region;
        this.goals = goals;
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
    }

    List<Integer> order() {
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
        if (nodeOf.containsKey(value)
                && !aimed
                && !stored.containsKey(value)
                && mayWrite(ledger.definitions.get(value), value, into)) {
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
}
