package dev.orbit.compiler.function;

/**
 * What a row of the function tables is computed in: doubles, dual numbers, double-double numbers, closed forms, or the values of a
 * program under construction.
 *
 * <p>A derivative rule is written once over this interface and serves all of them.
 *
 * @param <V> the numbers
 */
public interface Arithmetic<V> {
    /** The number {@code c}, which is meant exactly: {@code constant(0.1)} is the double next to one tenth. */
    V constant(double c);

    /** The circle number, to the precision of {@code V}. */
    V pi();

    V apply(Function1 f, V x);

    V apply(Function2 f, V x, V y);

    default V negate(V x) {
        return apply(Function1.NEGATE, x);
    }

    default V square(V x) {
        return apply(Function1.SQUARE, x);
    }

    default V reciprocal(V x) {
        return apply(Function1.RECIPROCAL, x);
    }

    default V add(V x, V y) {
        return apply(Function2.ADD, x, y);
    }

    default V subtract(V x, V y) {
        return apply(Function2.SUBTRACT, x, y);
    }

    default V multiply(V x, V y) {
        return apply(Function2.MULTIPLY, x, y);
    }

    default V divide(V x, V y) {
        return apply(Function2.DIVIDE, x, y);
    }
}
