package dev.orbit.compiler.program;

import java.util.List;
import java.util.function.UnaryOperator;

/** Instructions with other values in place of theirs: results, operands, and everything in regions inside. */
public final class Rewrite {
    private Rewrite() {}

    /** The instruction with each value replaced by what {@code map} gives for it. */
    public static Instr instr(Instr instr, UnaryOperator<Value> map) {
        return instr.match(new Instr.Cases<>(
                i -> new Instr.Constant(map.apply(i.result()), i.literal()),
                i -> new Instr.Extent(map.apply(i.result()), count(i.count(), map)),
                i -> new Instr.Real(map.apply(i.result()), map.apply(i.index()), i.plus()),
                i -> new Instr.Map1(map.apply(i.result()), i.f(), map.apply(i.x())),
                i -> new Instr.Map2(map.apply(i.result()), i.f(), map.apply(i.x()), map.apply(i.y())),
                i -> new Instr.Compare(map.apply(i.result()), i.op(), map.apply(i.x()), map.apply(i.y())),
                i -> new Instr.Logic(map.apply(i.result()), i.op(), all(i.args(), map)),
                i -> new Instr.Linear(map.apply(i.result()), i.op(), all(i.args(), map)),
                i -> new Instr.View(map.apply(i.result()), i.op(), i.bounds(), all(i.args(), map)),
                i -> new Instr.Fold(map.apply(i.result()), i.op(), map.apply(i.x())),
                i -> new Instr.Call(all(i.results(), map), i.f(), i.order(), all(i.args(), map)),
                i -> new Instr.If(
                        all(i.results(), map),
                        map.apply(i.condition()),
                        region(i.then(), map),
                        region(i.otherwise(), map)),
                i -> new Instr.Loop(
                        all(i.results(), map),
                        i.axis(),
                        count(i.count(), map),
                        i.backward(),
                        i.carries().stream()
                                .map(c -> new Carry(map.apply(c.initial()), c.kind(), c.delay()))
                                .toList(),
                        i.sequences().stream()
                                .map(s -> new Instr.Sequence(map.apply(s.of()), s.shift()))
                                .toList(),
                        region(i.body(), map))));
    }

    /** The region with each value replaced. */
    public static Region region(Region region, UnaryOperator<Value> map) {
        return new Region(
                all(region.arguments(), map),
                region.instrs().stream().map(instr -> instr(instr, map)).toList(),
                all(region.results(), map));
    }

    /** The count with the index that it reads replaced. */
    public static Count count(Count count, UnaryOperator<Value> map) {
        return count.match(new Count.Cases<>(
                fixed -> fixed,
                dimension -> dimension,
                less -> new Count.Less(count(less.of(), map), less.by()),
                given -> new Count.Given(map.apply(given.index())),
                quotient -> new Count.Quotient(count(quotient.of(), map), quotient.by()),
                rest -> new Count.Rest(count(rest.of(), map), rest.by(), map.apply(rest.segment()))));
    }

    private static List<Value> all(List<Value> values, UnaryOperator<Value> map) {
        return values.stream().map(map).toList();
    }
}
