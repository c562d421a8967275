package dev.orbit.compiler.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A matrix in an evaluation; a vector is one column. Row-major. */
record Grid<V>(int rows, int columns, List<V> entries) {
    static <V> Grid<V> of(Type type, List<V> entries) {
        List<Integer> shape = type.shape();
        return new Grid<>(shape.isEmpty() ? 1 : shape.get(0), shape.size() < 2 ? 1 : shape.get(1), entries);
    }

    /** A matrix whose entry in a row and column, both from 0, is as told. */
    static <V> Grid<V> filled(int rows, int columns, BiFunction<Integer, Integer, V> entry) {
        List<V> entries = new ArrayList<>(rows * columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                entries.add(entry.apply(i, j));
            }
        }
        return new Grid<>(rows, columns, entries);
    }

    V at(int row, int column) {
        return entries.get(row * columns + column);
    }

    List<V> row(int row) {
        return entries.subList(row * columns, (row + 1) * columns);
    }

    List<V> column(int column) {
        List<V> found = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            found.add(at(i, column));
        }
        return found;
    }

    Grid<V> transposed() {
        return filled(columns, rows, (i, j) -> at(j, i));
    }
}
