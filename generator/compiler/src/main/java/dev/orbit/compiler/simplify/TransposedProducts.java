package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Linear;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;

/**
 * No matrix is turned where a product can read it turned: {@code A' B}, {@code A B'} and {@code (x y')'} are products of
 * their own. Each entry stays the same fold in the same order.
 */
final class TransposedProducts implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (instr instanceof Linear linear && linear.args().size() == 2) {
            return absorbed(linear, site).map(List::of);
        } else if (instr instanceof Instr.View view && view.op() == Access.TRANSPOSE) {
            return turned(view, site).map(List::of);
        }
        return Optional.empty();
    }

    private static Optional<Value> absorbed(Linear linear, Site site) {
        Value result = linear.result();
        Value a = linear.args().get(0);
        Value b = linear.args().get(1);
        Optional<Value> left = untransposed(a, site);
        Optional<Value> right = untransposed(b, site);
        return switch (linear.op()) {
            case MATRIX ->
                left.map(inner -> site.linear(Product.MATRIX_TRANSPOSED, inner, b, result))
                        .or(() -> right.map(inner -> site.linear(Product.TRANSPOSED_RIGHT, a, inner, result)));
            case MATRIX_TRANSPOSED -> left.map(inner -> site.linear(Product.MATRIX, inner, b, result));
            case TRANSPOSED_RIGHT -> right.map(inner -> site.linear(Product.MATRIX, a, inner, result));
            case OUTER, STACKED_OUTER, DOT -> Optional.empty();
            case CHOLESKY, SOLVE_LOWER, SOLVE_LOWER_TRANSPOSED, CHOLESKY_ADJOINT, CHOLESKY_TANGENT -> Optional.empty();
        };
    }

    private static Optional<Value> untransposed(Value value, Site site) {
        return site.view(Access.TRANSPOSE, value).map(view -> view.args().get(0));
    }

    /** What is turned as a whole: (x y')' = y x', (A' B)' = B' A, (A B')' = B A'. */
    private static Optional<Value> turned(Instr.View view, Site site) {
        Value of = view.args().get(0);
        if (!site.isReadOnce(of)) {
            return Optional.empty();
        }
        return site.definition(of)
                .flatMap(instr -> instr instanceof Linear linear ? Optional.of(linear) : Optional.empty())
                .filter(TransposedProducts::swaps)
                .map(linear -> site.linear(
                        linear.op(), linear.args().get(1), linear.args().get(0), view.result()));
    }

    private static boolean swaps(Linear linear) {
        return switch (linear.op()) {
            case OUTER, STACKED_OUTER, TRANSPOSED_RIGHT, MATRIX_TRANSPOSED -> true;
            case MATRIX, DOT, CHOLESKY, SOLVE_LOWER, SOLVE_LOWER_TRANSPOSED, CHOLESKY_ADJOINT, CHOLESKY_TANGENT ->
                false;
        };
    }
}
