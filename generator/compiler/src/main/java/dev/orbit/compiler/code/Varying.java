package dev.orbit.compiler.code;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which variables and arrays of a method differ from example to example; the others depend on the parameters alone. */
final class Varying {
    private final Set<Argument> varying = new HashSet<>();

    private Varying() {}

    static Varying of(Method method, Signature signature) {
        Varying found = new Varying();
        found.varying.addAll(signature.scalars().values());
        found.varying.addAll(signature.arrays().values());
        found.varying.add(signature.gradient());
        int before;
        do {
            before = found.varying.size();
            found.spread(method.body(), false);
        } while (found.varying.size() > before);
        return found;
    }

    boolean is(Argument argument) {
        return argument instanceof Expr expr ? mentions(expr) : varying.contains(argument);
    }

    boolean any(List<? extends Argument> arguments) {
        return arguments.stream().anyMatch(this::is);
    }

    private boolean mentions(Expr expr) {
        return Mentions.of(List.of(new Stmt.Return(expr))).arguments.stream().anyMatch(varying::contains);
    }

    private void spread(List<Stmt> stmts, boolean inside) {
        stmts.forEach(stmt -> spread(stmt, inside));
    }

    /** @param inside whether the statement is reached, or is reached so often, by some examples only */
    private boolean spread(Stmt stmt, boolean inside) {
        return stmt.match(new Stmt.Cases<Boolean>(
                declare ->
                        add(inside || declare.initial().filter(this::mentions).isPresent(), declare.variable()),
                assign -> add(inside || mentions(assign.value()) || reached(assign.target()), root(assign.target())),
                grow -> false,
                loop -> {
                    boolean often = inside || mentions(loop.count());
                    spread(loop.body(), often);
                    return add(often, loop.index());
                },
                branch -> {
                    boolean some = inside || mentions(branch.condition());
                    spread(branch.then(), some);
                    spread(branch.otherwise(), some);
                    return some;
                },
                call -> written(call)
                        .filter(to -> inside || any(call.args()))
                        .map(varying::add)
                        .orElse(false),
                call -> inside || any(call.args()),
                call -> false,
                note -> false,
                giveBack -> false));
    }

    private boolean add(boolean adds, Argument argument) {
        return adds && varying.add(argument);
    }

    /** Whether examples write to different entries. */
    private boolean reached(Target target) {
        return target instanceof Expr.Entry entry && mentions(entry.index());
    }

    private static Argument root(Target target) {
        return target instanceof Expr.Entry entry ? entry.array() : target;
    }

    /** The array that a kernel writes: of those that do, the last but for its offset; or the one that is filled. */
    static Optional<Array> written(Stmt.CallKernel call) {
        List<Argument> args = call.args();
        return switch (call.owner()) {
            case KERNELS, FACTORISATIONS -> Optional.of((Array) args.get(args.size() - 2));
            case ARRAYS -> Optional.of((Array) args.get(0));
            case SYSTEM -> Optional.of((Array) args.get(2));
            case MATH, DOUBLE, FUNCTIONS, ELEMENTWISE, TRANSFORMS, INTERVALS, WORKSPACE -> Optional.empty();
        };
    }
}
