package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Instr.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Evaluates rearrangements, see {@link Access}. */
final class Rearrangements<V> {
    private final Algebra<V> algebra;
    private final Environment<V> environment;

    Rearrangements(Algebra<V> algebra, Environment<V> environment) {
        this.algebra = algebra;
        this.environment = environment;
    }

    Datum<V> apply(View view, List<Datum<V>> args) {
        if (view.op() == Access.ROWS) {
            return new Datum.Stack<>(args);
        }
        Datum<V> arg = args.get(0);
        Type from = view.args().get(0).type();
        Type to = view.result().type();
        if (from.element() == Type.Element.INDEX && from.stacked().isEmpty()) {
            int place = view.op() == Access.SLICE ? view.bounds().get(0) : place(view, args, from);
            return arg.rows().get(place);
        }
        return switch (view.op()) {
            case SLICE -> Datum.of(slice(Grid.of(from, arg.entries()), view.bounds()));
            case PAD -> Datum.of(pad(to, arg.entries(), view.bounds()));
            case STACK ->
                Datum.of(args.stream().flatMap(each -> each.entries().stream()).toList());
            case BESIDE -> Datum.of(beside(view, args));
            case RESHAPE -> shaped(to, flat(arg));
            case TRANSPOSE -> Datum.of(Grid.of(from, arg.entries()).transposed().entries());
            case DIAGONAL -> Datum.of(diagonal(arg.entries()));
            case DIAGONAL_OF -> Datum.of(diagonalOf(Grid.of(from, arg.entries())));
            case BROADCAST -> Datum.of(Collections.nCopies(to.size(), arg.number()));
            case ENTRY -> Datum.of(part(from, arg, place(view, args, from)));
            case PUT -> Datum.of(put(arg.entries(), args.get(2).entries(), place(view, args, from)));
            case PAD_ENTRY -> Datum.of(padEntry(to, arg.entries(), place(view, args)));
            case ADD_SLICE -> Datum.of(addSlice(to, arg.entries(), args.get(1).entries(), view.bounds()));
            case ADD_ENTRY -> Datum.of(addEntry(arg.entries(), args.get(1).entries(), added(view, args)));
            case PUSH -> Datum.of(push(arg.entries(), args.get(1).number()));
            case UNPUSH -> Datum.of(unpush(arg.entries()));
            case PAD_ROWS -> padRows(to, arg.rows(), view.bounds().get(0));
            case ROW -> arg.rows().get(view.bounds().get(0));
            case ROWS -> new Datum.Stack<>(args);
        };
    }

    private List<V> slice(Grid<V> grid, List<Integer> bounds) {
        if (bounds.size() == 2) {
            return grid.entries().subList(bounds.get(0), bounds.get(1));
        }
        List<V> entries = new ArrayList<>();
        for (int i = bounds.get(0); i < bounds.get(1); i++) {
            entries.addAll(grid.row(i).subList(bounds.get(2), bounds.get(3)));
        }
        return entries;
    }

    private static <V> List<V> flat(Datum<V> datum) {
        return datum.match(new Datum.Cases<V, List<V>>(
                Datum.Entries::entries,
                index -> index.entries(),
                stack ->
                        stack.rows().stream().flatMap(row -> flat(row).stream()).toList()));
    }

    private Datum<V> shaped(Type to, List<V> entries) {
        if (to.stacked().isEmpty()) {
            return Datum.of(entries);
        }
        int rows = environment.number(to.stacked().get(0));
        int size = rows == 0 ? 0 : entries.size() / rows;
        List<Datum<V>> stack = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            stack.add(shaped(to.row(), entries.subList(i * size, (i + 1) * size)));
        }
        return new Datum.Stack<>(stack);
    }

    private List<V> pad(Type to, List<V> entries, List<Integer> bounds) {
        List<V> padded = new ArrayList<>(zeros(to));
        if (bounds.size() == 2) {
            write(padded, entries, bounds.get(0));
            return padded;
        }
        int columns = to.shape().get(1);
        int width = bounds.get(3) - bounds.get(2);
        for (int i = bounds.get(0); i < bounds.get(1); i++) {
            int row = i - bounds.get(0);
            write(padded, entries.subList(row * width, (row + 1) * width), i * columns + bounds.get(2));
        }
        return padded;
    }

    private List<V> beside(View view, List<Datum<V>> args) {
        List<V> entries = new ArrayList<>();
        for (int i = 0; i < view.result().type().shape().get(0); i++) {
            for (int k = 0; k < args.size(); k++) {
                entries.addAll(Grid.of(view.args().get(k).type(), args.get(k).entries())
                        .row(i));
            }
        }
        return entries;
    }

    private List<V> diagonal(List<V> entries) {
        V zero = algebra.constant(0);
        return Grid.filled(entries.size(), entries.size(), (i, j) -> i.equals(j) ? entries.get(i) : zero)
                .entries();
    }

    private List<V> diagonalOf(Grid<V> grid) {
        List<V> entries = new ArrayList<>();
        for (int i = 0; i < grid.rows(); i++) {
            entries.add(grid.at(i, i));
        }
        return entries;
    }

    /** The index from 1 that a place has. */
    private int place(View view, List<Datum<V>> args) {
        List<Integer> bounds = view.bounds();
        if (bounds.isEmpty() || view.op() == Access.PUT) {
            return args.get(1).index();
        }
        int place = bounds.get(bounds.size() - 1);
        for (int i = 1; i < args.size(); i++) {
            place += bounds.get(i - 1) * args.get(i).index();
        }
        return place;
    }

    /** The index from 0, within the outermost size. */
    private int place(View view, List<Datum<V>> args, Type type) {
        int index = place(view, args);
        if (index < 1 || index > type.shape().get(0)) {
            throw new IllegalArgumentException(
                    "index " + index + " is not in 1.." + type.shape().get(0));
        }
        return index - 1;
    }

    private List<V> part(Type from, Datum<V> arg, int index) {
        int width = width(from);
        return arg.entries().subList(index * width, (index + 1) * width);
    }

    private List<V> put(List<V> entries, List<V> part, int index) {
        List<V> changed = new ArrayList<>(entries);
        write(changed, part, index * part.size());
        return changed;
    }

    private List<V> padEntry(Type to, List<V> part, int index) {
        List<V> padded = new ArrayList<>(zeros(to));
        // the reduction of nothing attains its value nowhere: index 0
        if (index > 0) {
            write(padded, part, (index - 1) * part.size());
        }
        return padded;
    }

    private List<V> addSlice(Type whole, List<V> entries, List<V> part, List<Integer> bounds) {
        List<V> changed = new ArrayList<>(entries);
        boolean vector = bounds.size() == 2;
        int columns = vector ? 1 : whole.shape().get(1);
        int from = vector ? 0 : bounds.get(2);
        int width = vector ? 1 : bounds.get(3) - from;
        for (int i = 0; i < part.size(); i++) {
            add(changed, (bounds.get(0) + i / width) * columns + from + i % width, part.get(i));
        }
        return changed;
    }

    /** @param place from 1 */
    private List<V> addEntry(List<V> entries, List<V> part, int place) {
        List<V> changed = new ArrayList<>(entries);
        // the reduction of nothing attains its value nowhere: index 0
        for (int i = 0; i < part.size() && place > 0; i++) {
            add(changed, (place - 1) * part.size() + i, part.get(i));
        }
        return changed;
    }

    private void add(List<V> entries, int at, V value) {
        entries.set(at, algebra.add(entries.get(at), value));
    }

    /** The place of an added entry: its indices follow what is added. */
    private int added(View view, List<Datum<V>> args) {
        List<Datum<V>> indexed = new ArrayList<>(args);
        indexed.remove(1);
        return place(view, indexed);
    }

    private List<V> push(List<V> entries, V appended) {
        List<V> pushed = new ArrayList<>(entries);
        pushed.add(appended);
        return pushed.subList(1, pushed.size());
    }

    private List<V> unpush(List<V> entries) {
        List<V> shifted = new ArrayList<>(entries);
        shifted.add(0, algebra.constant(0));
        return shifted.subList(0, entries.size());
    }

    private Datum<V> padRows(Type to, List<Datum<V>> rows, int from) {
        int count = environment.number(to.stacked().get(0));
        List<Datum<V>> padded = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean inside = from <= i && i < from + rows.size();
            padded.add(inside ? rows.get(i - from) : environment.filled(to.row(), algebra.constant(0)));
        }
        return new Datum.Stack<>(padded);
    }

    private List<V> zeros(Type type) {
        return Collections.nCopies(type.size(), algebra.constant(0));
    }

    private static int width(Type type) {
        return type.shape().size() < 2 ? 1 : type.shape().get(1);
    }

    private static <V> void write(List<V> target, List<V> part, int from) {
        for (int i = 0; i < part.size(); i++) {
            target.set(from + i, part.get(i));
        }
    }
}
