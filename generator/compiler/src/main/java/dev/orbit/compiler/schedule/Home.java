package dev.orbit.compiler.schedule;

import java.util.function.Function;

/** Where a statement puts what it computes. */
public sealed interface Home {
    /** A variable; {@code opens} if it begins here. */
    record InSlot(Slot slot, boolean opens) implements Home {}

    /** A row of an array, the last of {@code at.outer()}. */
    record InRow(Rows at) implements Home {}

    /** The total fold: one case each. */
    default <R> R match(Function<InSlot, R> inSlot, Function<InRow, R> inRow) {
        return this instanceof InSlot slot ? inSlot.apply(slot) : inRow.apply((InRow) this);
    }
}
