package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.plan.Activity;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Value;

/** Adjoints of products and factorisations. A and B are the operands, C the result; vectors are columns. */
final class LinearRules {
    private final Scope scope;
    private final Builder builder;
    private final Bars bars;
    private final Activity activity;

    LinearRules(Scope scope, Bars bars, Activity activity) {
        this.scope = scope;
        this.builder = scope.builder;
        this.bars = bars;
        this.activity = activity;
    }

    Sweep.Done apply(Instr.Linear linear, Value bar) {
        Value a = linear.args().get(0);
        Value b = linear.args().get(linear.args().size() - 1);
        switch (linear.op()) {
            case MATRIX -> {
                add(a, () -> outer(a, bar, scope.read(b)));
                add(b, () -> write(Product.MATRIX_TRANSPOSED, b, scope.read(a), bar));
            }
            case MATRIX_TRANSPOSED -> {
                add(a, () -> outer(a, scope.read(b), bar));
                add(b, () -> write(Product.MATRIX, b, scope.read(a), bar));
            }
            case TRANSPOSED_RIGHT -> {
                add(a, () -> write(Product.MATRIX, a, bar, scope.read(b)));
                add(b, () -> write(Product.MATRIX_TRANSPOSED, b, bar, scope.read(a)));
            }
            case OUTER -> {
                add(a, () -> write(Product.MATRIX, a, bar, scope.read(b)));
                add(b, () -> write(Product.MATRIX_TRANSPOSED, b, bar, scope.read(a)));
            }
            case DOT -> {
                if (a.equals(b)) {
                    add(a, () -> builder.multiply(builder.multiply(builder.constant(2), bar), scope.read(a)));
                    return Sweep.Done.DONE;
                }
                add(a, () -> builder.multiply(bar, scope.read(b)));
                add(b, () -> builder.multiply(bar, scope.read(a)));
            }
            case CHOLESKY -> add(a, () -> write(Product.CHOLESKY_ADJOINT, a, scope.read(linear.result()), bar));
            case SOLVE_LOWER, SOLVE_LOWER_TRANSPOSED -> solve(linear, a, b, bar);
            case STACKED_OUTER, CHOLESKY_ADJOINT, CHOLESKY_TANGENT ->
                throw new IllegalStateException("the adjoint of " + linear.op() + ", which only derivatives have");
        }
        return Sweep.Done.DONE;
    }

    /**
     * C = L^-1 B: BBar += W with W = L'^-1 CBar, LBar -= W C'; C = L'^-1 B: W = L^-1 CBar, LBar -= C W'. Of LBar only the
     * lower triangle means anything, and CHOLESKY_ADJOINT reads no more.
     */
    private void solve(Instr.Linear linear, Value l, Value b, Value bar) {
        boolean plain = linear.op() == Product.SOLVE_LOWER;
        Value w = write(plain ? Product.SOLVE_LOWER_TRANSPOSED : Product.SOLVE_LOWER, b, scope.read(l), bar);
        bars.add(b, w);
        if (activity.active(l)) {
            Value c = scope.read(linear.result());
            bars.subtract(l, plain ? outer(l, w, c) : outer(l, c, w));
        }
    }

    /** x y' of vectors, X Y' of matrices. */
    private Value outer(Value like, Value x, Value y) {
        Product op = x.type().shape().size() == 1 ? Product.OUTER : Product.TRANSPOSED_RIGHT;
        return write(op, like, x, y);
    }

    private Value write(Product op, Value like, Value x, Value y) {
        return builder.linear(op, like.type(), x, y);
    }

    private void add(Value of, java.util.function.Supplier<Value> contribution) {
        if (activity.active(of)) {
            bars.add(of, contribution.get());
        }
    }
}
