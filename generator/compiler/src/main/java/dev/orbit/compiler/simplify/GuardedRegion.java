package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Copy;
import dev.orbit.compiler.program.FreeValues;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.If;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.simplify.Readers.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The instructions of one region while {@link Guard} walks through it from its end, and moves them to who reads them. */
final class GuardedRegion {
    private final Demands demands;
    private final Movable movable;
    private final Builder numbering;
    private final Set<Value> local;
    private final List<Instr> instrs;
    private final Map<Value, Set<Optional<Side>>> readers = new HashMap<>();

    GuardedRegion(Region region, Demands demands, Movable movable, Builder numbering) {
        this.demands = demands;
        this.movable = movable;
        this.numbering = numbering;
        this.local = Movable.defined(region);
        this.instrs = new ArrayList<>(region.instrs());
        read(region.results(), Optional.empty());
        for (int i = region.instrs().size() - 1; i >= 0; i--) {
            place(region.instrs().get(i));
        }
    }

    List<Instr> instrs() {
        return instrs;
    }

    private void read(Collection<Value> values, Optional<Side> by) {
        values.forEach(value ->
                readers.computeIfAbsent(value, key -> new LinkedHashSet<>()).add(by));
    }

    private void read(Instr instr, Optional<Side> in) {
        if (in.isEmpty() && instr instanceof If branch) {
            read(Set.of(branch.condition()), Optional.empty());
            read(FreeValues.of(branch.then()), Optional.of(new Side(branch, true)));
            read(FreeValues.of(branch.otherwise()), Optional.of(new Side(branch, false)));
        } else {
            read(FreeValues.of(instr), in);
        }
    }

    private boolean isRead(Value value) {
        return readers.containsKey(value);
    }

    /** Finds where an instruction belongs, whose readers have their places. */
    private void place(Instr instr) {
        Set<Optional<Side>> by = new LinkedHashSet<>();
        instr.results().stream().filter(this::isRead).forEach(result -> by.addAll(readers.get(result)));
        Demand demand = demands.of(instr);
        boolean stays = by.isEmpty()
                || by.contains(Optional.empty())
                || !movable.isMovable(instr, local)
                || by.size() > 1 && (demand.equals(Demand.always()) || isGuard(instr, demand));
        if (stays) {
            read(instr, Optional.empty());
            return;
        }
        Optional<Side> only = by.size() == 1
                ? by.iterator().next()
                : isTold(instr, demand) ? guarded(instr, demand) : Optional.empty();
        instrs.remove(at(instr.results()));
        if (only.isPresent()) {
            into(only.get(), side -> with(List.of(instr), side));
            read(instr, only);
        } else {
            for (Optional<Side> side : by) {
                into(side.orElseThrow(), region -> withCopy(instr, region));
                read(instr, side);
            }
        }
    }

    /** Whether it is a branch that is already taken only where one of its readers is. */
    private boolean isGuard(Instr instr, Demand demand) {
        return instr instanceof If branch
                && demands.condition(branch.condition()).equals(demand);
    }

    private boolean isTold(Instr instr, Demand demand) {
        boolean isNumber =
                instr.results().stream().allMatch(result -> result.type().element() != Type.Element.TRUTH);
        return isNumber
                && !demand.equals(Demand.atTimes())
                && demand.values().stream()
                        .allMatch(value ->
                                !local.contains(value) || demands.of(value).equals(Demand.always()));
    }

    private int at(List<Value> results) {
        for (int i = 0; i < instrs.size(); i++) {
            if (instrs.get(i).results().equals(results)) {
                return i;
            }
        }
        throw new IllegalStateException("nothing defines " + results);
    }

    private static boolean reads(Instr instr, Set<Value> values) {
        return FreeValues.of(instr).stream().anyMatch(values::contains);
    }

    /** The new branch that alone reads the instruction; none where its condition depends on that. */
    private Optional<Side> guarded(Instr instr, Demand demand) {
        Set<Value> depending = new HashSet<>(instr.results());
        int from = at(instr.results()) + 1;
        while (!reads(instrs.get(from), depending)) {
            from++;
        }
        Set<Value> asked = demand.values();
        int to = instrs.size();
        while (to > from && instrs.get(to - 1).results().stream().noneMatch(asked::contains)) {
            to--;
        }
        List<Instr> ahead = new ArrayList<>();
        List<Instr> after = new ArrayList<>();
        for (Instr between : instrs.subList(from, to)) {
            if (reads(between, depending)) {
                depending.addAll(between.results());
                after.add(between);
            } else {
                ahead.add(between);
            }
        }
        if (asked.stream().anyMatch(depending::contains)) {
            return Optional.empty();
        }
        List<Value> yielded = instr.results().stream().filter(this::isRead).toList();
        Builder on = numbering.inner();
        If guard = guard(yielded, demand, on);
        after.addAll(instrs.subList(to, instrs.size()));
        instrs.subList(from, instrs.size()).clear();
        instrs.addAll(ahead);
        instrs.addAll(on.written());
        Renaming renaming = renaming(yielded, guard.results());
        after.forEach(reader -> instrs.add(renaming.apply(reader)));
        return Optional.of(new Side(guard, true));
    }

    private static If guard(List<Value> yielded, Demand demand, Builder on) {
        Value condition = demand.write(on);
        Builder zeros = on.inner();
        List<Value> none = yielded.stream()
                .map(value -> zeros.literal(Literal.of(0), value.type()))
                .toList();
        on.branch(condition, new Region(List.of(), List.of(), yielded), new Region(List.of(), zeros.written(), none));
        return (If) on.last();
    }

    private static Renaming renaming(List<Value> values, List<Value> by) {
        Map<Value, Value> renamed = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            renamed.put(values.get(i), by.get(i));
        }
        return Renaming.ofUses(value -> renamed.getOrDefault(value, value));
    }

    private void into(Side side, UnaryOperator<Region> change) {
        int at = at(side.of());
        If branch = (If) instrs.get(at);
        Region then = side.isTaken() ? change.apply(branch.then()) : branch.then();
        Region otherwise = side.isTaken() ? branch.otherwise() : change.apply(branch.otherwise());
        instrs.set(at, new If(branch.results(), branch.condition(), then, otherwise));
    }

    private static Region with(List<Instr> before, Region side) {
        List<Instr> all = new ArrayList<>(before);
        all.addAll(side.instrs());
        return new Region(List.of(), all, side.results());
    }

    private Region withCopy(Instr instr, Region side) {
        Builder on = numbering.inner();
        List<Value> copies = Copy.instrs(on, List.of(instr), Map.of(), instr.results());
        return with(on.written(), renaming(instr.results(), copies).apply(side));
    }
}
