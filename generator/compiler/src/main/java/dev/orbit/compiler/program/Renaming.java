package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Instr.Loop;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes instructions again with other values, regions inside included.
 *
 * @param uses what is read instead of a value
 * @param definitions what is defined instead of a value; asked once for each, after those inside the instruction
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
        return apply(instr, this::apply);
    }

    /** The same with other regions inside; those are not renamed here. */
    public Instr apply(Instr instr, UnaryOperator<Region> regions) {
        return instr.match(new Instr.Cases<Instr>(
                i -> new Instr.Constant(define(i.result()), i.literal()),
                i -> new Instr.Extent(define(i.result()), i.count().map(uses)),
                i -> new Instr.Real(define(i.result()), read(i.index()), i.plus()),
                i -> new Instr.Map1(define(i.result()), i.f(), read(i.x())),
                i -> new Instr.Map2(define(i.result()), i.f(), read(i.x()), read(i.y())),
                i -> new Instr.Compare(define(i.result()), i.op(), read(i.x()), read(i.y())),
                i -> new Instr.Logic(define(i.result()), i.op(), read(i.args())),
                i -> new Instr.Linear(define(i.result()), i.op(), read(i.args())),
                i -> new Instr.View(define(i.result()), i.op(), i.bounds(), read(i.args())),
                i -> new Instr.Fold(define(i.result()), i.op(), read(i.x())),
                i -> new Instr.Call(define(i.results()), i.f(), i.order(), read(i.args())),
                i -> {
                    Value condition = read(i.condition());
                    Region then = regions.apply(i.then());
                    Region otherwise = regions.apply(i.otherwise());
                    return new Instr.If(define(i.results()), condition, then, otherwise);
                },
                i -> loop(i, regions)));
    }

    private Instr loop(Loop loop, UnaryOperator<Region> regions) {
        List<Carry> carries = loop.carries().stream()
                .map(carry -> carry.from(read(carry.initial())))
                .toList();
        List<Instr.Sequence> sequences = loop.sequences().stream()
                .map(sequence -> new Instr.Sequence(read(sequence.of()), sequence.shift()))
                .toList();
        Count count = loop.count().map(uses);
        Region body = regions.apply(loop.body());
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
