package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Instr.Linear;
import java.util.ArrayList;
import java.util.List;

/** Evaluates products of linear algebra, see {@link Product}; factorisations are in {@link Factorisations}. */
final class Products<V> {
    private final Algebra<V> algebra;
    private final Factorisations<V> factorisations;

    Products(Algebra<V> algebra) {
        this.algebra = algebra;
        this.factorisations = new Factorisations<>(algebra);
    }

    Datum<V> apply(Linear linear, List<Datum<V>> args) {
        List<Grid<V>> grids = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            grids.add(Grid.of(linear.args().get(i).type(), args.get(i).entries()));
        }
        Grid<V> a = grids.get(0);
        Grid<V> b = grids.get(grids.size() - 1);
        return Datum.of(
                switch (linear.op()) {
                    case MATRIX -> multiply(a, b);
                    case MATRIX_TRANSPOSED -> multiply(a.transposed(), b);
                    case TRANSPOSED_RIGHT -> multiply(a, b.transposed());
                    case OUTER -> outer(a.entries(), b.entries());
                    case STACKED_OUTER -> multiply(rows(a).transposed(), rows(b));
                    case DOT -> List.of(dot(a.entries(), b.entries()));
                    case CHOLESKY -> factorisations.cholesky(a).entries();
                    case SOLVE_LOWER -> factorisations.solve(a, b).entries();
                    case SOLVE_LOWER_TRANSPOSED ->
                        factorisations.solveTransposed(a, b).entries();
                    case CHOLESKY_ADJOINT ->
                        factorisations.choleskyAdjoint(a, b).entries();
                    case CHOLESKY_TANGENT ->
                        factorisations.choleskyTangent(a, b).entries();
                });
    }

    /** A stack of vectors, whose type tells one row, as a matrix. */
    private static <V> Grid<V> rows(Grid<V> stack) {
        int columns = stack.rows();
        int rows = columns == 0 ? 0 : stack.entries().size() / columns;
        return new Grid<>(rows, columns, stack.entries());
    }

    private List<V> multiply(Grid<V> a, Grid<V> b) {
        List<V> entries = new ArrayList<>();
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                entries.add(dot(a.row(i), b.column(j)));
            }
        }
        return entries;
    }

    private V dot(List<V> x, List<V> y) {
        V sum = algebra.constant(0);
        for (int i = 0; i < x.size(); i++) {
            sum = algebra.multiplyAdd(x.get(i), y.get(i), sum);
        }
        return sum;
    }

    private List<V> outer(List<V> x, List<V> y) {
        List<V> entries = new ArrayList<>();
        for (V left : x) {
            for (V right : y) {
                entries.add(algebra.multiply(left, right));
            }
        }
        return entries;
    }
}
