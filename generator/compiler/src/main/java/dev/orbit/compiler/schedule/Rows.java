package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;

/**
 * Where a stack lies: its row i is row {@code i + shift} of what remains of an array when the outer axes are fixed.
 *
 * @param array the array
 * @param outer rows of the outer axes, outermost first
 * @param shift added to the row's number
 */
public record Rows(Holder array, List<At> outer, int shift) {
    public Rows {
        outer = List.copyOf(outer);
    }

    /** An array that holds rows. */
    public sealed interface Holder {
        record OfTape(Tape tape) implements Holder {}

        /** A vector or matrix, or a stack, that is read in other rows: its entries in row-major order. */
        record OfValue(Value value, Type row, List<Tape.Axis> axes) implements Holder {
            public OfValue {
                axes = List.copyOf(axes);
            }
        }

        /** A datum per step: the program's input with this number. */
        record OfDatum(int input) implements Holder {}

        /** An array of the caller, into which an output goes: the program's output with this number. */
        record OfOutput(int output) implements Holder {}
    }

    /** A row's number: a loop's index, or a count, or nothing, and {@code plus}. */
    public record At(Optional<Value> index, Optional<Count> count, int plus) {
        static At index(Value index, int plus) {
            return new At(Optional.of(index), Optional.empty(), plus);
        }

        public static At fixed(int number) {
            return new At(Optional.empty(), Optional.empty(), number);
        }

        static At end(Count count) {
            return new At(Optional.empty(), Optional.of(count), 0);
        }
    }

    /** The rows of row {@code at} of the outermost axis that is still free. */
    public Rows row(At at) {
        List<At> inner = new java.util.ArrayList<>(outer);
        inner.add(new At(at.index(), at.count(), at.plus() + shift));
        return new Rows(array, inner, 0);
    }
}
