package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Instr.Loop;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes instructions again with other values, regions inside included.
 *
 * @param uses what is read instead of a value
 * @param definitions what is defined instead of a value; asked for each once, before any of its uses
 */
public record Renaming(UnaryOperator<Value> uses, UnaryOperator<Value> definitions) {
    /** Reads other values; what is defined keeps its name. */
    public static Renaming ofUses(UnaryOperator<Value> uses) {
        return new Renaming(uses, UnaryOperator.identity());
    }

    public Region apply(Region region) {
        List<Value> arguments = define(region.arguments());
        List<Instr> instrs = region.instrs().stream().map(this::apply).toList();
        return new Region(arguments, instrs, read(region.results()));
    }

    public Instr apply(Instr instr) {
        return instr.match(new Instr.Cases<Instr>(
                i -> new Instr.Constant(define(i.result()), i.literal()),
                i -> {
                    Count count = i.count().map(uses);
                    return new Instr.Extent(define(i.result()), count);
                },
                i -> {
                    Value index = read(i.index());
                    return new Instr.Real(define(i.result()), index, i.plus());
                },
                i -> {
                    Value x = read(i.x());
                    return new Instr.Map1(define(i.result()), i.f(), x);
                },
                i -> {
                    Value x = read(i.x());
                    Value y = read(i.y());
                    return new Instr.Map2(define(i.result()), i.f(), x, y);
                },
                i -> {
                    Value x = read(i.x());
                    Value y = read(i.y());
                    return new Instr.Compare(define(i.result()), i.op(), x, y);
                },
                i -> {
                    List<Value> args = read(i.args());
                    return new Instr.Logic(define(i.result()), i.op(), args);
                },
                i -> {
                    List<Value> args = read(i.args());
                    return new Instr.Linear(define(i.result()), i.op(), args);
                },
                i -> {
                    List<Value> args = read(i.args());
                    return new Instr.View(define(i.result()), i.op(), i.bounds(), args);
                },
                i -> {
                    Value x = read(i.x());
                    return new Instr.Fold(define(i.result()), i.op(), x);
                },
                i -> {
                    List<Value> args = read(i.args());
                    return new Instr.Call(define(i.results()), i.f(), i.order(), args);
                },
                i -> {
                    Value condition = read(i.condition());
                    Region then = apply(i.then());
                    Region otherwise = apply(i.otherwise());
                    return new Instr.If(define(i.results()), condition, then, otherwise);
                },
                this::loop));
    }

    private Instr loop(Loop loop) {
        List<Carry> carries = loop.carries().stream()
                .map(carry -> carry.from(read(carry.initial())))
                .toList();
        List<Instr.Sequence> sequences = loop.sequences().stream()
                .map(sequence -> new Instr.Sequence(read(sequence.of()), sequence.shift()))
                .toList();
        Count count = loop.count().map(uses);
        Region body = apply(loop.body());
        return new Loop(define(loop.results()), loop.axis(), count, loop.backward(), carries, sequences, body);
    }

    private Value read(Value value) {
        return uses.apply(value);
    }

    private Value define(Value value) {
        return definitions.apply(value);
    }

    private List<Value> read(List<Value> values) {
        return values.stream().map(uses).toList();
    }

    private List<Value> define(List<Value> values) {
        return values.stream().map(definitions).toList();
    }
}
