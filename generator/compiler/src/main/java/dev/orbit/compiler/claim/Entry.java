package dev.orbit.compiler.claim;

import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;

/**
 * One number of a parameter, a datum or a constant.
 *
 * @param symbol whose number
 * @param row of per-step data, from 1; else 0
 * @param place from 0, row-major, within the symbol's shape
 */
record Entry(Symbol symbol, int row, int place) {
    static Entry of(Symbol scalar) {
        return new Entry(scalar, 0, 0);
    }

    /** As it is shown: {@code x}, {@code r[2]}, {@code W[1, 3]}. */
    Name name() {
        Name name = Name.of(symbol.name());
        Shape shape = symbol.shape();
        Name inRow = row > 0 ? name.at(Integer.toString(row)) : name;
        if (shape.isScalar()) {
            return inRow;
        } else if (shape.isVector()) {
            return inRow.at(Integer.toString(place + 1));
        }
        int columns = shape.columns().size();
        return inRow.at(Integer.toString(place / columns + 1)).at(Integer.toString(place % columns + 1));
    }
}
