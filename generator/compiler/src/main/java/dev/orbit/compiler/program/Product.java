package dev.orbit.compiler.program;

/** Operations of linear algebra. A is a matrix, x and y are vectors, B a vector or matrix of matching shape. Sums are left folds. */
public enum Product {
    /** A B: {@code [m,k] [k] -> [m]}, {@code [m,k] [k,n] -> [m,n]}. */
    MATRIX,
    /** A' B: {@code [k,m] [k] -> [m]}, {@code [k,m] [k,n] -> [m,n]}. */
    MATRIX_TRANSPOSED,
    /** A B': {@code [m,k] [n,k] -> [m,n]}. */
    TRANSPOSED_RIGHT,
    /** x y': {@code [m] [n] -> [m,n]}. */
    OUTER,
    /** x' y: {@code [n] [n] -> []}; of matrices the sum of the products entry by entry. */
    DOT,
    /** Lower Cholesky factor L of a symmetric positive definite A (its lower triangle is read): {@code [n,n] -> [n,n]}, zeros above the diagonal. NaN where A is not positive definite. */
    CHOLESKY,
    /** L^-1 B. */
    SOLVE_LOWER,
    /** L'^-1 B. */
    SOLVE_LOWER_TRANSPOSED,
    /** The adjoint of CHOLESKY: (L, adjoint of L) -> symmetric adjoint of A. */
    CHOLESKY_ADJOINT
}
