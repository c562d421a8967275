package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Products and factorisations as calls of the runtime's kernels, see {@code dev.orbit.runtime.Kernels}. */
final class Kernels {
    private final Entries entries;

    Kernels(Entries entries) {
        this.entries = entries;
    }

    /** Computes a product into a block. */
    Stmt call(Instr.Linear linear, Block to) {
        List<Value> args = linear.args();
        List<Integer> a = args.get(0).type().shape();
        List<Integer> b = args.get(args.size() - 1).type().shape();
        int columns = b.size() == 2 ? b.get(1) : 1;
        return switch (linear.op()) {
            case MATRIX -> kernel("multiply", linear, to, sizes(a.get(0), a.get(1), columns, b));
            case MATRIX_TRANSPOSED -> kernel("multiplyTransposed", linear, to, sizes(a.get(0), a.get(1), columns, b));
            case TRANSPOSED_RIGHT -> kernel("multiplyByTransposed", linear, to, List.of(a.get(0), a.get(1), b.get(0)));
            case STACKED_OUTER -> stackedOuter(linear, to, a.get(0), b.get(0));
            case OUTER -> kernel("outer", linear, to, List.of(a.get(0), b.get(0)));
            case CHOLESKY -> factorisation("cholesky", linear, to, List.of(a.get(0)));
            case SOLVE_LOWER -> factorisation("solveLower", linear, to, List.of(a.get(0), columns));
            case SOLVE_LOWER_TRANSPOSED ->
                factorisation("solveLowerTransposed", linear, to, List.of(a.get(0), columns));
            case CHOLESKY_ADJOINT -> factorisation("choleskyAdjoint", linear, to, List.of(a.get(0)));
            case CHOLESKY_TANGENT -> factorisation("choleskyTangent", linear, to, List.of(a.get(0)));
            case DOT -> throw new IllegalStateException("a dot product is a number");
        };
    }

    /** The rows of each stack are those of a matrix. */
    private Stmt stackedOuter(Instr.Linear linear, Block to, int rows, int columns) {
        List<Argument> args = new ArrayList<>();
        args.add(entries.rows(linear.args().get(0)));
        args.add(new Expr.Whole(rows));
        args.add(new Expr.Whole(columns));
        linear.args().forEach(value -> add(args, entries.whole(value)));
        add(args, to);
        return new Stmt.CallKernel(Library.KERNELS, "multiplyTransposed", args);
    }

    private static List<Integer> sizes(int rows, int inner, int columns, List<Integer> b) {
        return b.size() == 1 ? List.of(rows, inner) : List.of(rows, inner, columns);
    }

    /** Adds the product of two vectors to a block, or subtracts it. */
    Stmt accumulate(Instr.Linear outer, Block to, boolean adds) {
        List<Integer> sizes = List.of(
                outer.result().type().shape().get(0),
                outer.result().type().shape().get(1));
        return kernel(adds ? "addOuter" : "subtractOuter", outer, to, sizes);
    }

    private Stmt kernel(String method, Instr.Linear linear, Block to, List<Integer> sizes) {
        return call(Library.KERNELS, method, linear, to, sizes);
    }

    private Stmt factorisation(String method, Instr.Linear linear, Block to, List<Integer> sizes) {
        return call(Library.FACTORISATIONS, method, linear, to, sizes);
    }

    private Stmt call(Library owner, String method, Instr.Linear linear, Block to, List<Integer> sizes) {
        List<Argument> args = new ArrayList<>();
        sizes.forEach(size -> args.add(new Expr.Whole(size)));
        linear.args().forEach(value -> add(args, entries.whole(value)));
        add(args, to);
        return new Stmt.CallKernel(owner, method, args);
    }

    private static void add(List<Argument> args, Block block) {
        args.add(block.array());
        args.add(block.offset());
    }
}
