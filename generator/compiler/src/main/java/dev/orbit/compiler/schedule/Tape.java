package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Type;
import java.util.List;

/**
 * An array of the workspace that holds a stack: what a loop collects, row after row.
 *
 * @param id unique in a schedule
 * @param hint what its rows are called after
 * @param element what an entry is
 * @param axes rows over rows, outermost first
 * @param width entries of one row
 * @param stride entries from one row to the next: fewer than a row has where each row is the one before it without its first
 *     entry, and one more
 */
public record Tape(int id, String hint, Type.Element element, List<Axis> axes, int width, int stride) {
    public Tape {
        axes = List.copyOf(axes);
    }

    /** {@code count} rows and {@code extra} more: one, where a state's first value is kept before what each step makes of it. */
    public record Axis(Count count, int extra) {}

    @Override
    public String toString() {
        return "tape" + id + ":" + hint;
    }
}
