package dev.orbit.compiler.code;

import java.util.List;

/**
 * The entries of an array where a number, a vector or a matrix belongs.
 *
 * @param first where the first entry belongs
 * @param stride from an entry of a vector to the next, from a row of a matrix to the next
 * @param shape of what belongs there
 */
record Area(Block first, int stride, List<Integer> shape) {
    /** All entries in row-major order, without gaps. */
    static Area whole(Block block, List<Integer> shape) {
        return new Area(block, shape.size() == 2 ? shape.get(1) : 1, shape);
    }

    /** Whether the entries lie one after another. */
    boolean isWhole() {
        return switch (shape.size()) {
            case 0 -> true;
            case 1 -> stride == 1 || shape.get(0) <= 1;
            default -> stride == shape.get(1) || shape.get(0) <= 1;
        };
    }

    int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    Expr.Entry entry(List<Expr> at) {
        if (at.isEmpty()) {
            return first.entry(new Expr.Whole(0));
        }
        Expr from = Wholes.times(at.get(0), new Expr.Whole(stride));
        return first.entry(at.size() == 1 ? from : Wholes.plus(from, at.get(1)));
    }

    /** The part of a matrix that begins at an entry; or of a vector, with column 0. */
    Area part(Expr row, int column, int partStride, List<Integer> partShape) {
        Expr from = Wholes.plus(Wholes.times(row, new Expr.Whole(stride)), column);
        return new Area(first.plus(from), partStride, partShape);
    }
}
