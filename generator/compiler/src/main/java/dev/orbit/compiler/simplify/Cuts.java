package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.View;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts of parts, of what was put together and of what was turned are cut from where the entries come from; parts that
 * are put together as they lay are what they were cut from.
 */
final class Cuts implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof View view) || view.args().isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> result = switch (view.op()) {
            case SLICE -> site.definition(view.args().get(0)).flatMap(of -> cut(view, of, site));
            case STACK -> joined(view, site);
            case PAD,
                    BESIDE,
                    TRANSPOSE,
                    DIAGONAL,
                    DIAGONAL_OF,
                    RESHAPE,
                    BROADCAST,
                    ENTRY,
                    PUT,
                    PAD_ENTRY,
                    ADD_SLICE,
                    ADD_ENTRY,
                    PUSH,
                    UNPUSH,
                    PAD_ROWS,
                    ROW,
                    ROWS -> Optional.empty();
        };
        return result.map(List::of);
    }

    private static Optional<Value> cut(View slice, Instr of, Site site) {
        if (!(of instanceof View inner) || !slice.result().type().isReal()) {
            return Optional.empty();
        }
        return switch (inner.op()) {
            case SLICE ->
                Optional.of(cut(moved(slice.bounds(), inner), inner.args().get(0), slice, site));
            case STACK -> ofStack(slice, inner, site);
            case BESIDE -> ofBeside(slice, inner, site);
            case PAD -> ofPad(slice, inner, site);
            case TRANSPOSE -> ofTransposed(slice, inner, site);
            case DIAGONAL, DIAGONAL_OF, RESHAPE, BROADCAST, ENTRY, PUT, PAD_ENTRY, PUSH, UNPUSH, PAD_ROWS, ROW, ROWS ->
                Optional.empty();
            case ADD_SLICE, ADD_ENTRY -> Optional.empty();
        };
    }

    private static Value cut(List<Integer> bounds, Value of, View slice, Site site) {
        return site.view(Access.SLICE, bounds, List.of(of), slice.result());
    }

    /** The bounds within what was cut before. */
    private static List<Integer> moved(List<Integer> bounds, View before) {
        List<Integer> in = before.bounds();
        if (in.size() == 2) {
            return List.of(in.get(0) + bounds.get(0), in.get(0) + bounds.get(1));
        } else if (bounds.size() == 4) {
            return List.of(
                    in.get(0) + bounds.get(0),
                    in.get(0) + bounds.get(1),
                    in.get(2) + bounds.get(2),
                    in.get(2) + bounds.get(3));
        } else if (in.get(1) - in.get(0) == 1) {
            return List.of(in.get(0), in.get(1), in.get(2) + bounds.get(0), in.get(2) + bounds.get(1));
        }
        return List.of(in.get(0) + bounds.get(0), in.get(0) + bounds.get(1), in.get(2), in.get(3));
    }

    /** Inside one part, or some parts as a whole. */
    private static Optional<Value> ofStack(View slice, View stack, Site site) {
        List<Integer> bounds = slice.bounds();
        int rank = bounds.size() / 2;
        List<Value> whole = new ArrayList<>();
        int from = 0;
        for (Value part : stack.args()) {
            int to = from + rows(part.type(), rank);
            if (from <= bounds.get(0)
                    && bounds.get(1) <= to
                    && part.type().shape().size() == rank) {
                List<Integer> inside = new ArrayList<>(bounds);
                inside.set(0, bounds.get(0) - from);
                inside.set(1, bounds.get(1) - from);
                return Optional.of(cut(inside, part, slice, site));
            } else if (bounds.get(0) <= from && to <= bounds.get(1)) {
                whole.add(part);
            } else if (from < bounds.get(1) && bounds.get(0) < to) {
                return Optional.empty();
            }
            from = to;
        }
        Type type = slice.result().type();
        boolean keeps = type.shape().size() == rank
                && whole.size() > 1
                && (rank == 1
                        || type.shape()
                                .get(1)
                                .equals(stack.result().type().shape().get(1)));
        return keeps ? Optional.of(site.view(Access.STACK, List.of(), whole, slice.result())) : Optional.empty();
    }

    private static int rows(Type part, int rank) {
        return part.shape().size() < rank || part.shape().isEmpty()
                ? 1
                : part.shape().get(0);
    }

    private static Optional<Value> ofBeside(View slice, View beside, Site site) {
        List<Integer> bounds = slice.bounds();
        int from = 0;
        for (Value part : beside.args()) {
            boolean matrix = part.type().shape().size() == 2;
            int to = from + (matrix ? part.type().shape().get(1) : 1);
            if (from <= bounds.get(2) && bounds.get(3) <= to && bounds.get(2) < bounds.get(3)) {
                List<Integer> inside = matrix
                        ? List.of(bounds.get(0), bounds.get(1), bounds.get(2) - from, bounds.get(3) - from)
                        : bounds.subList(0, 2);
                boolean keepsRank = matrix || slice.result().type().shape().size() < 2;
                return keepsRank ? Optional.of(cut(inside, part, slice, site)) : Optional.empty();
            }
            from = to;
        }
        return Optional.empty();
    }

    /** Inside of what was padded, or among the zeros. */
    private static Optional<Value> ofPad(View slice, View pad, Site site) {
        List<Integer> bounds = slice.bounds();
        List<Integer> filled = pad.bounds();
        boolean inside = pad.args().get(0).type().shape().size() * 2 == bounds.size();
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i += 2) {
            if (bounds.get(i + 1) <= filled.get(i) || filled.get(i + 1) <= bounds.get(i)) {
                return Optional.of(site.zero(slice.result()));
            }
            inside &= filled.get(i) <= bounds.get(i) && bounds.get(i + 1) <= filled.get(i + 1);
            moved.add(bounds.get(i) - filled.get(i));
            moved.add(bounds.get(i + 1) - filled.get(i));
        }
        return inside ? Optional.of(cut(moved, pad.args().get(0), slice, site)) : Optional.empty();
    }

    /** A row of a turned matrix is a column of the matrix. */
    private static Optional<Value> ofTransposed(View slice, View turned, Site site) {
        if (slice.result().type().shape().size() == 2) {
            return Optional.empty();
        }
        List<Integer> bounds = slice.bounds();
        List<Integer> swapped = List.of(bounds.get(2), bounds.get(3), bounds.get(0), bounds.get(1));
        return Optional.of(cut(swapped, turned.args().get(0), slice, site));
    }

    /** Neighbouring parts of one value in their order. */
    private static Optional<Value> joined(View stack, Site site) {
        Optional<View> first = site.view(Access.SLICE, stack.args().get(0));
        if (first.isEmpty() || stack.args().size() < 2) {
            return Optional.empty();
        }
        Value of = first.get().args().get(0);
        int rank = stack.result().type().shape().size();
        int end = first.get().bounds().get(0);
        for (Value part : stack.args()) {
            Optional<View> slice = site.view(Access.SLICE, part)
                    .filter(each ->
                            each.args().get(0).equals(of) && each.bounds().size() == 2 * rank);
            if (slice.isEmpty() || slice.get().bounds().get(0) != end || !wide(slice.get(), of)) {
                return Optional.empty();
            }
            end = slice.get().bounds().get(1);
        }
        List<Integer> bounds = new ArrayList<>(first.get().bounds());
        bounds.set(1, end);
        return Optional.of(site.view(Access.SLICE, bounds, List.of(of), stack.result()));
    }

    /** Whether whole rows are cut. */
    private static boolean wide(View slice, Value of) {
        List<Integer> bounds = slice.bounds();
        return bounds.size() == 2
                || bounds.get(2) == 0 && bounds.get(3).equals(of.type().shape().get(1));
    }
}
