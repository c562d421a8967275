package dev.orbit.compiler.model;

/** What joins two neighbours of a chain. Elementwise operators take operands of one shape, or one of them is a scalar, which fills the other's shape. */
public enum Operator {
    /** Elementwise. */
    ADD,
    /** Elementwise. */
    SUBTRACT,
    /** Elementwise: {@code .*}, and {@code *} where an operand is a scalar. */
    MULTIPLY,
    /** Elementwise: {@code ./}, and {@code /} by a scalar. */
    DIVIDE,
    /** {@code [m, k] [k] -> [m]}. */
    MATRIX_VECTOR,
    /** {@code [m, k] [k, n] -> [m, n]}. */
    MATRIX_MATRIX
}
