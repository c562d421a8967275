package dev.orbit.compiler.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of regions whose values are new: for unrolling, and for computing again in another region. */
public final class Copy {
    private Copy() {}

    /**
     * Writes a copy of a region's instructions into the builder's open region.
     *
     * @param known what to read for the region's arguments, and for any other value that the region reads
     * @return what to read for the region's results
     */
    public static List<Value> into(Builder builder, Region region, Map<Value, Value> known) {
        return instrs(builder, region.instrs(), known, region.results());
    }

    /**
     * Writes a copy of some instructions into the builder's open region.
     *
     * @param instrs in an order in which each value is defined before it is read
     * @param known what to read for values; for others the value itself is read
     * @param wanted values that the instructions define or read
     * @return what to read for the wanted values
     */
    public static List<Value> instrs(Builder builder, List<Instr> instrs, Map<Value, Value> known, List<Value> wanted) {
        Map<Value, Value> renamed = new LinkedHashMap<>(known);
        Renaming renaming = new Renaming(
                value -> renamed.getOrDefault(value, value),
                value -> renamed.merge(value, builder.like(value, renamed), (before, copy) -> copy));
        instrs.forEach(instr -> builder.add(renaming.apply(instr)));
        return wanted.stream().map(value -> renamed.getOrDefault(value, value)).toList();
    }
}
