package dev.orbit.compiler.program;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * The type of a value.
 *
 * @param element what each entry is
 * @param shape sizes of one row: {@code []} scalar, {@code [n]} vector, {@code [m, n]} matrix, row-major
 * @param stacked axes over which rows are stacked, outermost first: per-step data has one, a tape of an inner loop two
 */
public record Type(Element element, List<Integer> shape, List<Count> stacked) {
    /** What an entry is. */
    public enum Element {
        DOUBLE,
        FLOAT,
        TRUTH,
        /** An integer; index data are as the author counts, from 1; the index argument of a loop counts from 0. */
        INDEX
    }

    public static final Type SCALAR = new Type(Element.DOUBLE, List.of(), List.of());
    public static final Type TRUTH = new Type(Element.TRUTH, List.of(), List.of());
    public static final Type INDEX = new Type(Element.INDEX, List.of(), List.of());

    public Type {
        shape = List.copyOf(shape);
        stacked = List.copyOf(stacked);
    }

    public static Type vector(int size) {
        return new Type(Element.DOUBLE, List.of(size), List.of());
    }

    public static Type matrix(int rows, int columns) {
        return new Type(Element.DOUBLE, List.of(rows, columns), List.of());
    }

    /** The type of a stack of {@code count} values of this type; the new axis is the outermost. */
    public Type stackedOver(Count count) {
        List<Count> axes = new ArrayList<>(stacked);
        axes.add(0, count);
        return new Type(element, shape, axes);
    }

    /** The type of one row of the outermost stacked axis. */
    public Type row() {
        return new Type(element, shape, stacked.subList(1, stacked.size()));
    }

    /** Entries of one row: the product of the sizes. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** Entries of all rows; empty where the number of rows is not known when the class is generated. */
    public OptionalInt fixedSize() {
        int size = size();
        for (Count count : stacked) {
            if (!(count instanceof Count.Fixed fixed)) {
                return OptionalInt.empty();
            }
            size = Math.multiplyExact(size, fixed.number());
        }
        return OptionalInt.of(size);
    }

    /** The type of one row and its entries, without the stacked axes. */
    public Type unstacked() {
        return new Type(element, shape, List.of());
    }

    /** The same element and axes, another shape. */
    public Type shaped(List<Integer> otherShape) {
        return new Type(element, otherShape, stacked);
    }

    /** Whether entries are numbers that arithmetic applies to. */
    public boolean isReal() {
        return element == Element.DOUBLE || element == Element.FLOAT;
    }

    /** The same type up to counts that depend on values, see {@link Count#agrees}. */
    public boolean agrees(Type other) {
        if (element != other.element || !shape.equals(other.shape) || stacked.size() != other.stacked.size()) {
            return false;
        }
        for (int i = 0; i < stacked.size(); i++) {
            if (!stacked.get(i).agrees(other.stacked.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The values that must be known to know how many rows there are. */
    public List<Value> counts() {
        return stacked.stream().flatMap(count -> count.values().stream()).toList();
    }

    /** The same type with counts of other values. */
    public Type map(UnaryOperator<Value> values) {
        if (counts().isEmpty()) {
            return this;
        }
        return new Type(
                element, shape, stacked.stream().map(count -> count.map(values)).toList());
    }

    public boolean isScalar() {
        return shape.isEmpty() && stacked.isEmpty();
    }
}
