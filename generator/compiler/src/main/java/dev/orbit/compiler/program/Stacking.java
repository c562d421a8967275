package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Instr.Axis;

/** How the type of a stack and the type of what one iteration sees of it belong together. */
public final class Stacking {
    private Stacking() {}

    /**
     * The type of what an iteration sees of a sequence: a row, or over SEGMENTS the rows of one segment.
     *
     * @param stack the type of the sequence, with at least one stacked axis
     * @param index the loop's index argument
     */
    public static Type seen(Axis axis, Count count, Type stack, Value index) {
        if (axis == Axis.SEGMENTS && count instanceof Count.Quotient quotient) {
            return stack.row().stackedOver(new Count.Rest(quotient.of(), quotient.by(), index));
        }
        return stack.row();
    }

    /** The type of the stack of what a loop collects. */
    public static Type collected(Axis axis, Count count, Type yielded) {
        return joins(axis, count, yielded)
                ? yielded.row().stackedOver(((Count.Quotient) count).of())
                : yielded.stackedOver(count);
    }

    /** Whether what a loop collects is joined end to end instead of stacked: the rows of segments are. */
    public static boolean joins(Axis axis, Count count, Type yielded) {
        return axis == Axis.SEGMENTS
                && count instanceof Count.Quotient quotient
                && !yielded.stacked().isEmpty()
                && yielded.stacked().get(0) instanceof Count.Rest rest
                && rest.by() == quotient.by()
                && rest.of().agrees(quotient.of());
    }
}
