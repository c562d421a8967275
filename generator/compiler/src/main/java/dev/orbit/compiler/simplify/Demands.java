package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Definitions;
import dev.orbit.compiler.program.FreeValues;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Connective;
import dev.orbit.compiler.program.Instr.If;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When the values that a region sees are read, as its branches tell; what a loop reads counts as read. */
final class Demands {
    private final Definitions definitions;
    private final Movable movable;
    /** Those of regions inside, by the region itself: what is renamed around a region, and so in it, makes another of it. */
    private final Map<Region, Demands> found;

    private final Map<Value, Demand> demands = new HashMap<>();

    Demands(Region region, Definitions definitions, Movable movable) {
        this(region, definitions, movable, new IdentityHashMap<>());
    }

    private Demands(Region region, Definitions definitions, Movable movable, Map<Region, Demands> found) {
        this.definitions = definitions;
        this.movable = movable;
        this.found = found;
        region.results().forEach(result -> read(result, Demand.always()));
        Set<Value> local = Movable.defined(region);
        for (int i = region.instrs().size() - 1; i >= 0; i--) {
            Instr instr = region.instrs().get(i);
            if (!movable.isMovable(instr, local)) {
                instr.results().forEach(result -> read(result, Demand.always()));
            }
            Demand demand = of(instr);
            if (instr instanceof If branch) {
                read(branch.condition(), demand);
                Demand condition = condition(branch.condition());
                read(branch.then(), Demand.all(demand, condition));
                read(branch.otherwise(), Demand.all(demand, condition.negated()));
            } else {
                FreeValues.of(instr).forEach(value -> read(value, demand));
            }
        }
    }

    Demand of(Value value) {
        return demands.getOrDefault(value, Demand.never());
    }

    /** Of a region inside; asked again, the same. */
    Demands of(Region inside) {
        Demands before = found.get(inside);
        if (before != null) {
            return before;
        }
        Demands now = new Demands(inside, definitions, movable, found);
        found.put(inside, now);
        return now;
    }

    /** When at least one of its results is read. */
    Demand of(Instr instr) {
        return Demand.any(instr.results().stream().map(this::of).toArray(Demand[]::new));
    }

    /** Where a truth holds. */
    Demand condition(Value truth) {
        return definitions.of(truth).map(instr -> condition(truth, instr)).orElseGet(() -> Demand.of(truth));
    }

    private Demand condition(Value truth, Instr instr) {
        if (instr instanceof Instr.Compare compare) {
            return Demand.of(compare.op(), compare.operands());
        } else if (instr instanceof Instr.Logic logic) {
            List<Demand> parts = logic.args().stream().map(this::condition).toList();
            return logic.op() == Connective.NOT
                    ? parts.get(0).negated()
                    : logic.op() == Connective.AND
                            ? Demand.all(parts.toArray(Demand[]::new))
                            : Demand.any(parts.toArray(Demand[]::new));
        }
        return Demand.of(truth);
    }

    private void read(Value value, Demand demand) {
        demands.merge(value, demand, Demand::any);
    }

    private void read(Region side, Demand taken) {
        Demands inside = of(side);
        Set<Value> local = Movable.defined(side);
        for (Value value : FreeValues.of(side)) {
            Demand demand = inside.of(value);
            boolean isTold = demand.values().stream().noneMatch(local::contains);
            read(value, Demand.all(taken, isTold ? demand : Demand.atTimes()));
        }
    }
}
