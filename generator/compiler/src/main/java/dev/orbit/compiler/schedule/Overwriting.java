package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;

/**
 * Whether a statement may write where a vector or matrix lies that it reads itself: it may if it reads each entry before it
 * writes that entry, and not after.
 */
final class Overwriting {
    private final Ledger ledger;

    Overwriting(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Whether the instruction may be computed over {@code old}. */
    boolean mayOverwrite(Instr instr, Value old) {
        if (!ledger.reads.of(instr).contains(old)) {
            return true;
        }
        if (instr instanceof Instr.View view) {
            return switch (view.op()) {
                case PUT, ADD_SLICE, ADD_ENTRY, PUSH, UNPUSH -> changesEntries(view, old);
                case SLICE, PAD, STACK, BESIDE, TRANSPOSE, DIAGONAL, DIAGONAL_OF, RESHAPE -> false;
                case BROADCAST, ENTRY, PAD_ENTRY, PAD_ROWS, ROW, ROWS -> false;
            };
        }
        // The sides of a branch are asked one by one, a loop works on its own carry.
        boolean inside = instr instanceof Instr.If || instr instanceof Instr.Loop;
        return inside || isEntrywise(instr) && instr.operands().stream().allMatch(value -> mayOverwrite(value, old));
    }

    /** Whether the value may be copied, entry by entry, over {@code old}. */
    boolean mayOverwrite(Value value, Value old) {
        if (value.equals(old) || !ledger.reads.of(value).contains(old)) {
            return true;
        }
        Instr definition = ledger.definitions.get(value);
        return isEntrywise(definition) && definition.operands().stream().allMatch(each -> mayOverwrite(each, old));
    }

    private static boolean isEntrywise(Instr instr) {
        return instr instanceof Instr.Map1 || instr instanceof Instr.Map2;
    }

    /**
     * The whole may be what is overwritten; a number is read before it is written. Of changes one after another only the first
     * may read what was there.
     */
    private boolean changesEntries(Instr.View view, Value old) {
        Value whole = view.args().get(0);
        boolean first = whole.equals(old);
        boolean reads = view.args().subList(1, view.args().size()).stream()
                .anyMatch(value -> !(first && value.type().isScalar())
                        && ledger.reads.of(value).contains(old));
        if (first || reads) {
            return !reads;
        }
        return ledger.inlining.contains(whole)
                && ledger.definitions.get(whole) instanceof Instr.View inner
                && Fusion.changes(inner)
                && changesEntries(inner, old);
    }
}
