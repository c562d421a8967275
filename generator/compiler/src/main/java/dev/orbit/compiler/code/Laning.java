package dev.orbit.compiler.code;

import java.util.List;

/**
 * Whether a method can be computed for many examples side by side: not where examples take vectors apart in kernels that know
 * no examples, or ask functions of vectors.
 */
final class Laning {
    private final Varying varying;

    Laning(Varying varying) {
        this.varying = varying;
    }

    boolean takes(List<Stmt> stmts) {
        return takes(stmts, false);
    }

    /** @param apart whether the statements run for one example after another */
    private boolean takes(List<Stmt> stmts, boolean apart) {
        return stmts.stream().allMatch(stmt -> takes(stmt, apart));
    }

    private boolean takes(Stmt stmt, boolean apart) {
        return stmt.match(new Stmt.Cases<Boolean>(
                declare -> declare.initial().map(this::takes).orElse(true),
                assign -> takes(assign.target()) && takes(assign.value()),
                grow -> !varying.is(grow.rows()),
                loop -> takes(loop.count()) && takes(loop.body(), apart || varying.is(loop.count())),
                branch -> {
                    boolean parts = apart || varying.is(branch.condition());
                    return takes(branch.condition()) && takes(branch.then(), parts) && takes(branch.otherwise(), parts);
                },
                call -> takes(call, apart),
                call -> !apart && !varying.any(call.args()),
                call -> false,
                note -> true,
                giveBack -> takes(giveBack.value())));
    }

    private boolean takes(Stmt.CallKernel call, boolean apart) {
        boolean places = call.args().stream().anyMatch(arg -> arg instanceof Expr && varying.is(arg));
        if (!varying.any(call.args())) {
            return !apart;
        }
        boolean moves = call.owner() == Library.ARRAYS || call.owner() == Library.SYSTEM;
        return !apart && !places && (moves || isProduct(call));
    }

    /** A matrix that all examples share times something of each: the examples are more columns of it. */
    private boolean isProduct(Stmt.CallKernel call) {
        boolean product = call.owner() == Library.KERNELS
                && (call.method().equals("multiply") || call.method().equals("multiplyTransposed"));
        List<Argument> arrays =
                call.args().stream().filter(Array.class::isInstance).toList();
        return product && !varying.is(arrays.get(0)) && varying.is(arrays.get(1));
    }

    private boolean takes(Expr expr) {
        return expr.match(new Expr.Cases<Boolean>(
                variable -> true,
                entry -> takes(entry.index()),
                number -> true,
                whole -> true,
                truth -> true,
                text -> true,
                named -> true,
                length -> !varying.is(length.array()),
                negate -> takes(negate.x()),
                not -> takes(not.x()),
                binary -> takes(binary.x()) && takes(binary.y()),
                choose -> takes(choose.condition()) && takes(choose.then()) && takes(choose.otherwise()),
                widen -> takes(widen.x()),
                call -> call.args().stream()
                        .allMatch(arg -> arg instanceof Expr inner ? takes(inner) : !varying.is(arg)),
                ask -> ask.args().stream().allMatch(this::takes)));
    }
}
