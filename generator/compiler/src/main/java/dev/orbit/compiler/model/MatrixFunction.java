package dev.orbit.compiler.model;

/** Functions of one vector or matrix that are neither elementwise nor reductions. */
public enum MatrixFunction {
    /** {@code [m, n] -> [n, m]}, and {@code [n] -> [1, n]}. */
    TRANSPOSE,
    /** {@code [n] -> [n, n]}: the vector on the diagonal of zeros. */
    DIAGONAL_MATRIX,
    /** {@code [n, n] -> [n]}: the diagonal. */
    DIAGONAL,
    /** {@code [n] -> [n]}: exp(v) / sum(exp(v)). */
    SOFTMAX,
    /** {@code [n] -> [n]}: v - logsumexp(v). */
    LOGSOFTMAX,
    /** {@code [n, n] -> scalar}: the logarithm of the determinant of a symmetric positive definite matrix. */
    LOGDET
}
