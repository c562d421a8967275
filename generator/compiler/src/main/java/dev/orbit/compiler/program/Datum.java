package dev.orbit.compiler.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a value is in an evaluation.
 *
 * @param <V> one number
 */
public sealed interface Datum<V> {
    /** Numbers or one truth: the entries of a shape, row-major. */
    record Entries<V>(List<V> entries) implements Datum<V> {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** An index; the whole number itself. Several of one shape are a {@link Stack} of them. */
    record Index<V>(int place) implements Datum<V> {}

    /** Rows over a stacked axis; rows that are stacks may differ in length from example to example. */
    record Stack<V>(List<Datum<V>> rows) implements Datum<V> {
        public Stack {
            rows = List.copyOf(rows);
        }
    }

    static <V> Datum<V> scalar(V number) {
        return new Entries<>(List.of(number));
    }

    static <V> Datum<V> of(List<V> entries) {
        return new Entries<>(entries);
    }

    /** Doubles: a scalar, or the entries of a shape row-major. */
    static Datum<Double> of(double... entries) {
        return new Entries<>(Arrays.stream(entries).boxed().toList());
    }

    /** A column of scalars, one row each. */
    static Datum<Double> column(double... rows) {
        return new Stack<>(
                Arrays.stream(rows).<Datum<Double>>mapToObj(Datum::of).toList());
    }

    /** A column of indices, one row each. */
    static <V> Datum<V> indices(int... rows) {
        return new Stack<>(IntStream.of(rows).<Datum<V>>mapToObj(Index::new).toList());
    }

    /** The one number of a scalar. */
    default V number() {
        return entries().get(0);
    }

    /** The numbers of a value that is neither a stack nor an index. */
    default List<V> entries() {
        throw wrong("numbers", this);
    }

    /** The rows of a stack. */
    default List<Datum<V>> rows() {
        throw wrong("rows", this);
    }

    /** The number of an index. */
    default int index() {
        if (this instanceof Index<V> index) {
            return index.place();
        }
        throw wrong("an index", this);
    }

    /** The same structure of other numbers. */
    default <W> Datum<W> map(Function<V, W> numbers) {
        return match(new Cases<V, Datum<W>>(
                entries -> new Entries<>(entries.entries().stream().map(numbers).toList()),
                index -> new Index<>(index.place()),
                stack -> new Stack<>(
                        stack.rows().stream().map(row -> row.map(numbers)).toList())));
    }

    /** Numbers of two data of one structure combined, place by place; a scalar meets every entry of a shape. */
    default Datum<V> zip(Datum<V> other, BinaryOperator<V> combine) {
        return match(new Cases<V, Datum<V>>(
                entries -> new Entries<>(zip(entries.entries(), other.entries(), combine)),
                index -> {
                    throw wrong("numbers", index);
                },
                stack -> {
                    List<Datum<V>> rows = new ArrayList<>();
                    for (int i = 0; i < stack.rows().size(); i++) {
                        rows.add(stack.rows().get(i).zip(other.rows().get(i), combine));
                    }
                    return new Stack<>(rows);
                }));
    }

    private static <V> List<V> zip(List<V> x, List<V> y, BinaryOperator<V> combine) {
        boolean xFills = x.size() == 1;
        boolean yFills = y.size() == 1;
        int size = xFills ? y.size() : x.size();
        List<V> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            entries.add(combine.apply(x.get(xFills ? 0 : i), y.get(yFills ? 0 : i)));
        }
        return entries;
    }

    private static IllegalArgumentException wrong(String wanted, Datum<?> found) {
        return new IllegalArgumentException(wanted + " wanted, but found " + found);
    }

    /** The total fold: one case each. */
    record Cases<V, R>(Function<Entries<V>, R> entries, Function<Index<V>, R> index, Function<Stack<V>, R> stack) {}

    default <R> R match(Cases<V, R> cases) {
        if (this instanceof Entries<V> entries) {
            return cases.entries().apply(entries);
        } else if (this instanceof Index<V> index) {
            return cases.index().apply(index);
        }
        return cases.stack().apply((Stack<V>) this);
    }
}
