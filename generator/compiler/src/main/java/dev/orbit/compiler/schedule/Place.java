package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Value;
import java.util.function.Function;

/** Where a value is when it is read. */
public sealed interface Place {
    /** In a variable; a vector or matrix in an array. */
    record Local(Slot slot) implements Place {}

    /** Nowhere: its expression is written where it is read. */
    record Inline() implements Place {}

    /** Part of an array: the value is written where it is read, and its entries lie there one after another, row-major. */
    record Part() implements Place {}

    /** The program's input with this number: a parameter, or a datum without rows; a number is in a variable. */
    record Given(int input) implements Place {}

    /** A row of an array: a sequence's at this iteration. */
    record Row(Rows of) implements Place {}

    /** A stack in an array. */
    record Stack(Rows rows) implements Place {}

    /** The index of a loop. */
    record Index() implements Place {}

    /** Row {@code index mod rows} of a ring. */
    record Ringed(Ring ring, Value index) implements Place {}

    /**
     * What was {@code delay} iterations ago.
     *
     * @param of the rows it was in, at the iteration {@code delay} ago
     * @param initial what it was before the first iteration
     */
    record Delayed(Rows of, Value index, int delay, Value initial, Ahead ahead) implements Place {}

    /** Which way a loop runs: for a backward one, the iteration k ago is index + k, of {@code count}. */
    record Ahead(boolean backward, dev.orbit.compiler.program.Count count) {}

    /** The total fold: one case each. */
    record Cases<R>(
            Function<Local, R> local,
            Function<Inline, R> inline,
            Function<Part, R> part,
            Function<Given, R> given,
            Function<Row, R> row,
            Function<Stack, R> stack,
            Function<Index, R> index,
            Function<Ringed, R> ringed,
            Function<Delayed, R> delayed) {}

    default <R> R match(Cases<R> cases) {
        if (this instanceof Local local) {
            return cases.local().apply(local);
        } else if (this instanceof Inline inline) {
            return cases.inline().apply(inline);
        } else if (this instanceof Part part) {
            return cases.part().apply(part);
        } else if (this instanceof Given given) {
            return cases.given().apply(given);
        } else if (this instanceof Row row) {
            return cases.row().apply(row);
        } else if (this instanceof Stack stack) {
            return cases.stack().apply(stack);
        } else if (this instanceof Index index) {
            return cases.index().apply(index);
        } else if (this instanceof Ringed ringed) {
            return cases.ringed().apply(ringed);
        }
        return cases.delayed().apply((Delayed) this);
    }
}
