package dev.orbit.compiler.schedule;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Which values are written out where they are read, as a person writes: what is read once, in the loop that computes it, has
 * no name in the spec, and does not make the expression long.
 */
final class Inlining {
    /** Operations in an inlined operand. */
    private static final int LONGEST = 8;
    /** Operations in either side of a choice. */
    private static final int LONGEST_CHOICE = 3;

    private final Uses uses;
    private final BitSet inlined = new BitSet();
    private final int[] weight;
    private final Fusion fusion;
    /** The functions that are called with arrays, which no expression is. */
    private final Set<String> ofArrays;

    private Inlining(Uses uses, int values, Set<String> ofArrays) {
        this.ofArrays = ofArrays;
        this.uses = uses;
        this.weight = new int[values];
        this.fusion = new Fusion(uses, this);
    }

    static Inlining of(Program program, Uses uses, int values, Set<String> ofArrays) {
        Inlining inlining = new Inlining(uses, values, ofArrays);
        inlining.walk(program.body());
        return inlining;
    }

    boolean contains(Value value) {
        return inlined.get(value.id());
    }

    /** Whether the value, which is inlined, has its entries one after another in an array. */
    boolean isPart(Value value) {
        return fusion.isPart(value);
    }

    private void walk(Region region) {
        for (Instr instr : region.instrs()) {
            instr.regions().forEach(this::walk);
            if (instr.results().size() == 1) {
                consider(instr, instr.results().get(0));
            }
        }
    }

    private void consider(Instr instr, Value result) {
        if (!result.type().stacked().isEmpty()) {
            if (instr instanceof Instr.View view && view.op() == Access.RESHAPE) {
                inlined.set(result.id());
            }
            return;
        }
        if (!result.type().shape().isEmpty()) {
            weigh(instr, result);
            if (fusion.fuses(instr, result, readOnce(result))) {
                inlined.set(result.id());
            }
            return;
        }
        if (instr instanceof Instr.Constant || instr instanceof Instr.Real || instr instanceof Instr.Extent) {
            inlined.set(result.id());
            return;
        }
        boolean written = instr instanceof Instr.If branch ? choice(branch) : expressible(instr);
        if (!written) {
            return;
        }
        weigh(instr, result);
        if (readOnce(result) && uses.readers(result).stream().noneMatch(Fusion::repeats)) {
            inlined.set(result.id());
        }
    }

    /** Whether what computes the value may stand where it is read. */
    private boolean readOnce(Value result) {
        return uses.count(result) == 1
                && uses.stays(result)
                && !uses.assigned(result)
                && !named(result)
                && weight[result.id()] <= LONGEST
                && uses.readers(result).stream().noneMatch(Inlining::repeatsOperand);
    }

    private void weigh(Instr instr, Value result) {
        int sum = 1;
        for (Value operand : instr.operands()) {
            sum += weight[operand.id()] * (contains(operand) ? 1 : 0);
        }
        for (Region side : instr.regions()) {
            sum += weightOf(side);
        }
        weight[result.id()] = sum;
    }

    /** Whether the branch is a short {@code condition ? p : q}; then what its sides yield is inlined too. */
    private boolean choice(Instr.If branch) {
        if (branch.results().size() != 1 || uses.assigned(branch.results().get(0))) {
            return false;
        }
        if (branch.regions().stream().allMatch(this::brief)) {
            branch.regions().forEach(side -> side.instrs().forEach(instr -> inlined.set(id(instr))));
            return true;
        }
        return false;
    }

    private boolean brief(Region side) {
        int last = side.instrs().size() - 1;
        Value result = side.results().get(0);
        for (int i = 0; i <= last; i++) {
            Instr instr = side.instrs().get(i);
            boolean yields = instr.results().equals(List.of(result));
            boolean once = yields && expressible(instr) && uses.count(result) == 1 && !named(result);
            if (!once && !contains(instr.results().get(0))) {
                return false;
            }
        }
        return weightOf(side) <= LONGEST_CHOICE;
    }

    private int weightOf(Region side) {
        Value result = side.results().get(0);
        boolean here = side.instrs().stream().anyMatch(instr -> instr.results().contains(result));
        return here ? weight[result.id()] : 0;
    }

    /** Whether an expression of Java can compute it. */
    private boolean expressible(Instr instr) {
        return instr.results().size() == 1
                && instr.results().get(0).type().isScalar()
                && instr.match(new Instr.Cases<>(
                        constant -> true,
                        extent -> true,
                        real -> true,
                        map -> true,
                        map -> true,
                        compare -> true,
                        logic -> true,
                        linear -> false,
                        view -> true,
                        fold -> false,
                        call -> !ofArrays.contains(call.f().name()),
                        branch -> false,
                        loop -> false));
    }

    private static int id(Instr instr) {
        return instr.results().get(0).id();
    }

    /** A square is written {@code x * x}. */
    private static boolean repeatsOperand(Instr instr) {
        return instr instanceof Instr.Map1 map && map.f() == Function1.SQUARE;
    }

    private static boolean named(Value value) {
        Origin.Derivation how = value.origin().how();
        boolean written = how == Origin.Derivation.WRITTEN || how == Origin.Derivation.STABILISED;
        // Adjoints have names of ours, made of what they belong to.
        return written && !value.hint().isEmpty() && !value.hint().endsWith("Bar");
    }
}
