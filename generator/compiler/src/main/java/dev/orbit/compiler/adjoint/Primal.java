package dev.orbit.compiler.adjoint;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The primal program while the backward one is written: who defines what, and what loops and branches are asked to keep
 * for it. {@link #augmented} is the primal program that keeps it.
 */
final class Primal {
    private final Region body;
    private final Set<Value> recomputed;
    private final Map<Value, Region> owners = new HashMap<>();
    private final Map<Value, Instr> definitions = new HashMap<>();
    private final Map<Value, List<Instr>> readers = new HashMap<>();
    private final Map<Instr, Region> places = new IdentityHashMap<>();
    private final Map<Instr, Map<Value, Value>> stacks = new IdentityHashMap<>();
    private final Map<Instr, Map<Value, Kept>> extras = new IdentityHashMap<>();

    private record Kept(Region side, Value result) {}

    Primal(Region body, Set<Value> recomputed) {
        this.body = body;
        this.recomputed = recomputed;
        own(body);
    }

    private void own(Region region) {
        region.arguments().forEach(argument -> owners.put(argument, region));
        for (Instr instr : region.instrs()) {
            places.put(instr, region);
            instr.operands()
                    .forEach(operand -> readers.computeIfAbsent(operand, key -> new ArrayList<>())
                            .add(instr));
            for (Value result : instr.results()) {
                owners.put(result, region);
                definitions.put(result, instr);
            }
            instr.regions().forEach(this::own);
        }
    }

    /** The region in which the value is defined. */
    Region owner(Value value) {
        return requireNonNull(owners.get(value));
    }

    /** What the wanted instruction makes of the operand, if there is one in the region that defines the operand. */
    Optional<Value> beside(Value operand, Predicate<Instr> isWanted) {
        Region region = owners.get(operand);
        return readers.getOrDefault(operand, List.of()).stream()
                .filter(isWanted)
                .map(instr -> instr.results().get(0))
                .filter(result -> owners.get(result) == region)
                .findFirst();
    }

    /** The value whose negative this one is computed as. */
    Optional<Value> negated(Value value) {
        return definitions.get(value) instanceof Instr.Map1 map && map.f() == Function1.NEGATE
                ? Optional.of(map.x())
                : Optional.empty();
    }

    /** Whether the backward program computes the value again rather than to have it kept; constants always are. */
    boolean recomputed(Value value) {
        return recomputed.contains(value) || definitions.get(value) instanceof Instr.Constant;
    }

    /** Writes the instruction that defines the value once more. */
    Value again(Value value, Builder builder, UnaryOperator<Value> read) {
        Instr instr = requireNonNull(definitions.get(value));
        Map<Value, Value> operands = new HashMap<>();
        instr.operands().forEach(operand -> operands.put(operand, read.apply(operand)));
        Value result = builder.at(value.origin().as(Origin.Derivation.RECOMPUTED))
                .named(value.hint())
                .fresh(value.type());
        operands.put(value, result);
        builder.add(new Renaming(operands::get, operands::get).apply(instr));
        return result;
    }

    /** The stack of this value over the loop's iterations, made a result of the loop. */
    Value keepRows(Instr.Loop loop, Value value, Builder numbering) {
        for (int i = loop.carries().size(); i < loop.results().size(); i++) {
            if (loop.body().results().get(i).equals(value)) {
                return loop.results().get(i);
            }
        }
        return stacks.computeIfAbsent(loop, key -> new LinkedHashMap<>()).computeIfAbsent(value, key -> {
            Value stack = numbering
                    .at(value.origin())
                    .named(value.hint())
                    .fresh(value.type().stackedOver(loop.count()));
            owners.put(stack, places.get(loop));
            return stack;
        });
    }

    /** This value of one side of a branch, made a result of the branch; the other side yields zero. */
    Value keepResult(Instr.If branch, Region side, Value value, Builder numbering) {
        List<Value> yielded = side.results();
        int at = yielded.indexOf(value);
        if (at >= 0) {
            return branch.results().get(at);
        }
        return extras.computeIfAbsent(branch, key -> new LinkedHashMap<>())
                .computeIfAbsent(value, key -> {
                    Value result =
                            numbering.at(value.origin()).named(value.hint()).fresh(value.type());
                    owners.put(result, places.get(branch));
                    return new Kept(side, result);
                })
                .result();
    }

    /** The primal program's instructions, keeping what was asked for. */
    List<Instr> augmented(Builder numbering) {
        return augment(body, numbering).instrs();
    }

    private Region augment(Region region, Builder numbering) {
        List<Instr> instrs = new ArrayList<>();
        for (Instr instr : region.instrs()) {
            if (instr instanceof Instr.Loop loop) {
                instrs.add(augment(loop, numbering));
            } else if (instr instanceof Instr.If branch) {
                instrs.add(augment(branch, numbering));
            } else {
                instrs.add(instr);
            }
        }
        return new Region(region.arguments(), instrs, region.results());
    }

    private Instr augment(Instr.Loop loop, Builder numbering) {
        Region inner = augment(loop.body(), numbering);
        List<Value> results = new ArrayList<>(loop.results());
        List<Value> yielded = new ArrayList<>(inner.results());
        stacks.getOrDefault(loop, Map.of()).forEach((value, stack) -> {
            yielded.add(value);
            results.add(stack);
        });
        return new Instr.Loop(
                results,
                loop.axis(),
                loop.count(),
                loop.backward(),
                loop.carries(),
                loop.sequences(),
                new Region(inner.arguments(), inner.instrs(), yielded));
    }

    private Instr augment(Instr.If branch, Builder numbering) {
        Map<Value, Kept> kept = extras.getOrDefault(branch, Map.of());
        List<Value> results = new ArrayList<>(branch.results());
        kept.values().forEach(keep -> results.add(keep.result()));
        return new Instr.If(
                results,
                branch.condition(),
                keeping(branch.then(), kept, numbering),
                keeping(branch.otherwise(), kept, numbering));
    }

    private Region keeping(Region side, Map<Value, Kept> kept, Builder numbering) {
        Region inner = augment(side, numbering);
        Builder builder = numbering.inner();
        inner.instrs().forEach(builder::add);
        List<Value> results = new ArrayList<>(inner.results());
        kept.forEach((value, keep) -> results.add(keep.side() == side ? value : filler(builder, value.type())));
        return new Region(List.of(), builder.written(), results);
    }

    /**
     * What stands on the side that was not taken, and is never read. Its counts by values are 0: those of the kept value
     * are known on its own side only, or not even there, as in a stack of stacks whose heights differ.
     */
    private static Value filler(Builder builder, Type type) {
        if (type.counts().isEmpty()) {
            return Bars.zero(builder, type);
        }
        Value none = builder.literal(Literal.of(0.0), Type.INDEX);
        return Bars.zero(builder, type.map(count -> none));
    }
}
