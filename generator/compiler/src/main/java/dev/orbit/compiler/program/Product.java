package dev.orbit.compiler.program;

import java.util.List;
import java.util.Optional;

/** Operations of linear algebra. A is a matrix, x and y are vectors, B a vector or matrix of matching shape. Each
 * entry of a product is a left fold from 0 of fused multiply-adds in the order of the summed index; each entry of a
 * factor or solution is one from the entry of A or B, of fused multiply-subtracts, then the division or root. */
public enum Product {
    /** A B: {@code [m,k] [k] -> [m]}, {@code [m,k] [k,n] -> [m,n]}. */
    MATRIX,
    /** A' B: {@code [k,m] [k] -> [m]}, {@code [k,m] [k,n] -> [m,n]}. */
    MATRIX_TRANSPOSED,
    /** A B': {@code [m,k] [n,k] -> [m,n]}. */
    TRANSPOSED_RIGHT,
    /** x y': {@code [m] [n] -> [m,n]}. */
    OUTER,
    /** The sum of the outer products of the rows of two stacks, from the first on: {@code c x [m], c x [n] -> [m,n]}. */
    STACKED_OUTER,
    /** x' y: {@code [n] [n] -> []}; of matrices the sum of the products entry by entry. */
    DOT,
    /** Lower Cholesky factor L of a symmetric positive definite A (its lower triangle is read): {@code [n,n] -> [n,n]}, zeros above the diagonal. NaN where A is not positive definite. */
    CHOLESKY,
    /** L^-1 B. */
    SOLVE_LOWER,
    /** L'^-1 B. */
    SOLVE_LOWER_TRANSPOSED,
    /**
     * The adjoint of CHOLESKY: (L, adjoint of L) -> adjoint of A. As CHOLESKY reads the lower triangle of A alone, the
     * result is zero above the diagonal, and an entry below it has the weight of both of its mirror images.
     */
    CHOLESKY_ADJOINT,
    /** The tangent of CHOLESKY: (L, tangent of A, of which the lower triangle is read) -> tangent of L, zeros above the diagonal. */
    CHOLESKY_TANGENT;

    /** The shape of the result for arguments of these shapes; empty where they do not fit. */
    public Optional<List<Integer>> shape(List<List<Integer>> args) {
        if (args.size() != (this == CHOLESKY ? 1 : 2)) {
            return Optional.empty();
        }
        List<Integer> a = args.get(0);
        List<Integer> b = args.get(args.size() - 1);
        return switch (this) {
            case MATRIX -> a.size() == 2 ? product(a.get(0), a.get(1), b) : Optional.empty();
            case MATRIX_TRANSPOSED -> a.size() == 2 ? product(a.get(1), a.get(0), b) : Optional.empty();
            case TRANSPOSED_RIGHT ->
                a.size() == 2 && b.size() == 2 ? product(a.get(0), a.get(1), reversed(b)) : Optional.empty();
            case OUTER, STACKED_OUTER ->
                a.size() == 1 && b.size() == 1 ? Optional.of(List.of(a.get(0), b.get(0))) : Optional.empty();
            case DOT -> !a.isEmpty() && a.equals(b) ? Optional.of(List.of()) : Optional.empty();
            case CHOLESKY, CHOLESKY_ADJOINT, CHOLESKY_TANGENT ->
                square(a) && a.equals(b) ? Optional.of(a) : Optional.empty();
            case SOLVE_LOWER, SOLVE_LOWER_TRANSPOSED -> square(a) ? product(a.get(0), a.get(1), b) : Optional.empty();
        };
    }

    private static Optional<List<Integer>> product(int rows, int inner, List<Integer> b) {
        if (b.isEmpty() || b.get(0) != inner) {
            return Optional.empty();
        }
        return Optional.of(b.size() == 1 ? List.of(rows) : List.of(rows, b.get(1)));
    }

    private static List<Integer> reversed(List<Integer> shape) {
        return List.of(shape.get(1), shape.get(0));
    }

    private static boolean square(List<Integer> shape) {
        return shape.size() == 2 && shape.get(0).equals(shape.get(1));
    }
}
