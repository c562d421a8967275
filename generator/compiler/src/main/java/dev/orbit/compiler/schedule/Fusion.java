package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Value;
import java.util.BitSet;
import java.util.List;

/**
 * Which vectors and matrices are written out, entry by entry, where they are read: parts of others, which are where the others
 * are, and what is computed entry by entry for one reader that asks for each entry once.
 */
final class Fusion {
    private final Uses uses;
    private final Inlining inlining;
    /** Values written out that are entries of an array one after another, in row-major order. */
    private final BitSet contiguous = new BitSet();
    /** Values written out that contain arithmetic. */
    private final BitSet computed = new BitSet();

    Fusion(Uses uses, Inlining inlining) {
        this.uses = uses;
        this.inlining = inlining;
    }

    /** @param once whether it is read once, and where it is computed */
    boolean fuses(Instr instr, Value result, boolean once) {
        if (instr instanceof Instr.Constant) {
            return readEntrywise(result);
        }
        if (instr instanceof Instr.View view && isPart(view)) {
            return part(view, once);
        }
        boolean fuses = once
                && (isArithmetic(instr) && readEntrywise(result)
                        || isPlaced(instr, result)
                        || isChanged(instr, result));
        computed.set(result.id(), fuses);
        return fuses;
    }

    /** Whether it is put together in the place where it is wanted: it is added to a sum, kept, or handed out. */
    private boolean isPlaced(Instr instr, Value result) {
        boolean places = instr instanceof Instr.View view
                && switch (view.op()) {
                    case PAD, PAD_ENTRY, STACK, BESIDE -> true;
                    case SLICE, TRANSPOSE, DIAGONAL, DIAGONAL_OF, RESHAPE, BROADCAST, ENTRY, ROW -> false;
                    case PUT, ADD_SLICE, ADD_ENTRY, PUSH, UNPUSH, PAD_ROWS, ROWS -> false;
                };
        return places && uses.readers(result).isEmpty();
    }

    /** Whether it is changed once more where it is read: then all changes are made in one place. */
    private boolean isChanged(Instr instr, Value result) {
        List<Instr> readers = uses.readers(result);
        return instr instanceof Instr.View view
                && changes(view)
                && readers.size() == 1
                && readers.get(0) instanceof Instr.View next
                && changes(next)
                && next.args().get(0).equals(result)
                && next.args().subList(1, next.args().size()).stream()
                        .allMatch(other -> other.type().isScalar() || !inlining.contains(other));
    }

    /** Whether the result is the first argument but for a part, or shifted by one. */
    static boolean changes(Instr.View view) {
        return switch (view.op()) {
            case PUT, ADD_SLICE, ADD_ENTRY, PUSH, UNPUSH -> true;
            case SLICE, TRANSPOSE, DIAGONAL, DIAGONAL_OF, RESHAPE, BROADCAST, ENTRY, ROW -> false;
            case PAD, PAD_ENTRY, STACK, BESIDE, PAD_ROWS, ROWS -> false;
        };
    }

    boolean isPart(Value value) {
        return contiguous.get(value.id());
    }

    private static boolean isArithmetic(Instr instr) {
        boolean entrywise = instr instanceof Instr.Map1 || instr instanceof Instr.Map2;
        boolean outer = instr instanceof Instr.Linear linear && linear.op() == Product.OUTER;
        return entrywise || outer || instr instanceof Instr.View view && view.op() == Access.DIAGONAL;
    }

    private static boolean isPart(Instr.View view) {
        return switch (view.op()) {
            case SLICE, TRANSPOSE, DIAGONAL_OF, RESHAPE, BROADCAST, ENTRY, ROW -> true;
            case PAD, STACK, BESIDE, DIAGONAL, PUT, PAD_ENTRY, PUSH, UNPUSH, PAD_ROWS, ROWS -> false;
            case ADD_SLICE, ADD_ENTRY -> false;
        };
    }

    private boolean part(Instr.View view, boolean once) {
        Value of = view.args().get(0);
        if (computed.get(of.id())) {
            boolean fuses = once && view.op() != Access.RESHAPE && readEntrywise(view.result());
            computed.set(view.result().id(), fuses);
            return fuses;
        }
        boolean number = of.type().isScalar();
        boolean whole = !number && (!inlining.contains(of) || contiguous.get(of.id()));
        if (whole && keepsOrder(view)) {
            contiguous.set(view.result().id());
            return true;
        }
        return (number || view.op() != Access.RESHAPE) && readEntrywise(view.result());
    }

    /** Whether the part's entries follow one another as the whole's do. */
    private static boolean keepsOrder(Instr.View view) {
        return switch (view.op()) {
            case RESHAPE, ENTRY, ROW -> true;
            case SLICE -> {
                List<Integer> bounds = view.bounds();
                List<Integer> whole = view.args().get(0).type().shape();
                yield bounds.size() == 2
                        || bounds.get(1) - bounds.get(0) <= 1
                        || bounds.get(2) == 0 && bounds.get(3).equals(whole.get(1));
            }
            case PAD, STACK, BESIDE, TRANSPOSE, DIAGONAL, DIAGONAL_OF, BROADCAST, PUT, PAD_ENTRY, PUSH, UNPUSH -> false;
            case PAD_ROWS, ROWS, ADD_SLICE, ADD_ENTRY -> false;
        };
    }

    /** Whether all readers ask entry by entry, and for each entry once. */
    private boolean readEntrywise(Value value) {
        return uses.readers(value).stream().allMatch(Fusion::asksEntrywise);
    }

    private static boolean asksEntrywise(Instr reader) {
        return reader.match(new Instr.Cases<>(
                constant -> true,
                extent -> true,
                real -> true,
                map -> true,
                map -> true,
                compare -> true,
                logic -> true,
                linear -> linear.op() == Product.DOT,
                view -> view.op() != Access.RESHAPE,
                fold -> switch (fold.op()) {
                    case SUM, MAX, MIN -> true;
                    case LOGSUMEXP, NORM, ARGMAX, ARGMIN -> false;
                },
                call -> true,
                branch -> true,
                loop -> true));
    }

    /** Whether the instruction reads a number for each of its entries, so that the number is better computed before. */
    static boolean repeats(Instr reader) {
        boolean shaped = reader.results().stream()
                .anyMatch(result -> !result.type().shape().isEmpty());
        boolean entrywise =
                reader instanceof Instr.Map2 || reader instanceof Instr.View view && view.op() == Access.BROADCAST;
        return shaped && entrywise;
    }
}
