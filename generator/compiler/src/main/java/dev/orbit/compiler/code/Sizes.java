package dev.orbit.compiler.code;

import java.util.List;
import java.util.Optional;

/**
 * How many bytes of bytecode code becomes, at most.
 *
 * <p>Source: The Java Virtual Machine Specification, chapters 3 and 6. A variable beyond the first 256 slots costs four bytes
 * to load or store; so much is reckoned for each.
 */
final class Sizes {
    private static final int VARIABLE = 4;
    private static final int CONSTANT = 3;
    private static final int CALL = 5;
    private static final int FUNCTION = 4;
    private static final int JUMP = 8;

    private Sizes() {}

    static int of(List<Stmt> stmts) {
        return stmts.stream().mapToInt(Sizes::of).sum();
    }

    static int of(Stmt stmt) {
        return stmt.match(new Stmt.Cases<>(
                declare -> declare.initial().map(Sizes::of).orElse(0) + VARIABLE,
                assign -> 2 * of(assign.target()) + of(assign.value()) + 4,
                grow -> 4 * VARIABLE + of(grow.rows()) + CONSTANT + CALL,
                loop -> 4 * VARIABLE + 2 * JUMP + of(loop.count()) + of(loop.body()),
                branch -> of(branch.condition()) + 2 * JUMP + of(branch.then()) + of(branch.otherwise()),
                call -> args(call.args()) + CALL + 1,
                call -> FUNCTION + args(call.args()) + CALL + 1,
                call -> 1 + args(call.args()) + CALL,
                note -> 0,
                giveBack -> of(giveBack.value()) + 1));
    }

    static int of(Expr expr) {
        return expr.match(new Expr.Cases<>(
                variable -> VARIABLE,
                entry -> VARIABLE + of(entry.index()) + 1,
                number -> CONSTANT,
                whole -> CONSTANT,
                truth -> 1,
                text -> CONSTANT,
                named -> CONSTANT,
                length -> VARIABLE + 1,
                negate -> of(negate.x()) + 1,
                not -> of(not.x()) + JUMP,
                binary -> of(binary.x()) + of(binary.y()) + (binary.op().arithmetic() ? 1 : JUMP + 4),
                choose -> of(choose.condition()) + of(choose.then()) + of(choose.otherwise()) + 2 * JUMP,
                widen -> of(widen.x()) + 1,
                call -> args(call.args()) + CALL,
                ask -> FUNCTION + args(List.copyOf(ask.args())) + CALL));
    }

    private static int args(List<Argument> args) {
        return args.stream()
                .mapToInt(arg -> arg instanceof Expr expr ? of(expr) : VARIABLE)
                .sum();
    }

    /** Slots of local variables that the arguments of a method take. */
    static int slots(List<Argument> parameters) {
        return parameters.stream()
                .mapToInt(p -> Optional.of(p)
                        .filter(q -> q instanceof Variable v && v.kind() == Kind.REAL)
                        .map(q -> 2)
                        .orElse(1))
                .sum();
    }
}
