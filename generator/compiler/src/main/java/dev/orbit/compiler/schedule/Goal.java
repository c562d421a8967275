package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Value;
import java.util.Optional;

/** What becomes of a result of a region. */
sealed interface Goal {
    /** It goes into a variable, in which {@code old} lives until then. */
    record Into(Slot slot, Optional<Value> old) implements Goal {}

    /** It is added to a variable; {@code fromZero} if that began as 0, so that adding 0 changes nothing. */
    record Sum(Slot slot, boolean fromZero) implements Goal {}

    /** It is a row of an array. */
    record Kept(Rows at) implements Goal {}

    /** It is a row of an array, where entries of {@code old} lie, which must have been read by then. */
    record Moved(Rows at, Value old) implements Goal {}

    /** It is a stack, whose rows lie here. */
    record Stacked(Rows rows) implements Goal {}

    /** It is remembered for a later iteration, where {@code old} was until then. */
    record Pushed(Ring ring, Value index, Value old) implements Goal {}

    /** It is an output of the program. */
    record Given(int output) implements Goal {}

    /** Nothing: it is where it belongs already. */
    record Nothing() implements Goal {}
}
