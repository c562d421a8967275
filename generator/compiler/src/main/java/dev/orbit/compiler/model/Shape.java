package dev.orbit.compiler.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A scalar (no extents), a vector {@code [n]} or a matrix {@code [m, n]}.
 *
 * <p>{@link #agrees} compares sizes; {@code equals} compares their spelling too and is seldom what is wanted.
 */
public record Shape(List<Extent> extents) {
    public static final Shape SCALAR = new Shape(List.of());

    public Shape {
        extents = List.copyOf(extents);
        if (extents.size() > 2) {
            throw new IllegalArgumentException("no shape of rank " + extents.size());
        }
    }

    public static Shape vector(Extent size) {
        return new Shape(List.of(size));
    }

    public static Shape matrix(Extent rows, Extent columns) {
        return new Shape(List.of(rows, columns));
    }

    /** 0, 1 or 2. */
    public int rank() {
        return extents.size();
    }

    public boolean isScalar() {
        return rank() == 0;
    }

    public boolean isVector() {
        return rank() == 1;
    }

    public boolean isMatrix() {
        return rank() == 2;
    }

    /** Rows of a matrix, entries of a vector, 1 for a scalar. */
    public Extent rows() {
        return isScalar() ? Extent.ONE : extents.get(0);
    }

    /** Columns of a matrix, 1 for a vector or scalar. */
    public Extent columns() {
        return isMatrix() ? extents.get(1) : Extent.ONE;
    }

    /** The number of entries. */
    public int size() {
        return Math.multiplyExact(rows().size(), columns().size());
    }

    /** Whether rank and sizes are the same. */
    public boolean agrees(Shape other) {
        return sizes().equals(other.sizes());
    }

    public List<Integer> sizes() {
        return extents.stream().map(Extent::size).toList();
    }

    /** As messages print it: {@code scalar}, {@code [n]}, {@code [3*k, n]}. */
    @Override
    public String toString() {
        return isScalar()
                ? "scalar"
                : extents.stream().map(Extent::spelled).collect(Collectors.joining(", ", "[", "]"));
    }
}
