package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Instr.Axis;

/** How the type of a stack and the type of what one iteration sees of it belong together. */
public final class Stacking {
    private Stacking() {}

    /** Whether a loop over SEGMENTS cuts a stack: it does not if the stack has one row for each segment. */
    public static boolean cuts(Axis axis, Count count, Type stack) {
        return axis == Axis.SEGMENTS
                && count instanceof Count.Quotient
                && !stack.stacked().get(0).agrees(count);
    }

    /**
     * The type of what an iteration sees of a sequence: a row, or the rows of one segment where these are cut.
     *
     * @param stack the type of the sequence, with at least one stacked axis
     * @param index the loop's index argument
     */
    public static Type seen(Axis axis, Count count, Type stack, Value index) {
        if (cuts(axis, count, stack)) {
            Count.Quotient quotient = (Count.Quotient) count;
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
