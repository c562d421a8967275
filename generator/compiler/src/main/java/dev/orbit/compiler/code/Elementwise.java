package dev.orbit.compiler.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A function of one number that the runtime computes for many numbers at once, bit for bit as one by one.
 *
 * @param function its name
 * @param argument what it is computed of
 */
record Elementwise(String function, Expr argument) {
    private static final Set<String> KNOWN = Set.of("tanh", "exp", "log", "log1p", "expm1", "sigmoid", "softplus");

    /** The function at the head of an expression. */
    static Optional<Elementwise> of(Expr expr) {
        if (expr instanceof Expr.Call call
                && (call.owner() == Library.MATH || call.owner() == Library.FUNCTIONS)
                && KNOWN.contains(call.method())) {
            return Optional.of(new Elementwise(call.method(), (Expr) call.args().get(0)));
        }
        return Optional.empty();
    }

    Stmt call(Expr count, Block from, Block to) {
        return new Stmt.CallKernel(
                Library.ELEMENTWISE, function, List.of(count, from.array(), from.offset(), to.array(), to.offset()));
    }
}
