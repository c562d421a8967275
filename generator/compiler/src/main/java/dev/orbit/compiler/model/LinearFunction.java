package dev.orbit.compiler.model;

/** Functions of linear algebra of two operands. */
public enum LinearFunction {
    /** {@code [n] [n] -> scalar}; of two scalars their product. */
    DOT,
    /** {@code [m] [n] -> [m, n]}. */
    OUTER,
    /** X with A X = B for symmetric positive definite A: {@code [n, n] [n] -> [n]}, {@code [n, n] [n, m] -> [n, m]}. */
    SOLVE
}
