package dev.orbit.compiler.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Loops over the entries of shapes. */
final class Walks {
    /** So few entries are written out one by one. */
    static final int FEW = 4;

    private final Variables variables;

    Walks(Variables variables) {
        this.variables = variables;
    }

    /**
     * Statements for each entry of a shape.
     *
     * @param flat whether one index, the place in row-major order, will do for a matrix
     * @param body the statements for an entry, told its indices
     */
    List<Stmt> each(List<Integer> shape, boolean flat, Names names, Function<List<Expr>, List<Stmt>> body) {
        int size = shape.stream().reduce(1, Math::multiplyExact);
        if (size == 0) {
            return List.of();
        }
        if (shape.isEmpty()) {
            return body.apply(List.of());
        }
        List<Integer> axes = flat ? List.of(size) : shape;
        return size <= FEW ? unrolled(axes, List.of(), body) : loop(axes, List.of(), names, body);
    }

    private static List<Stmt> unrolled(List<Integer> axes, List<Expr> at, Function<List<Expr>, List<Stmt>> body) {
        if (axes.isEmpty()) {
            return body.apply(at);
        }
        List<Stmt> out = new ArrayList<>();
        for (int i = 0; i < axes.get(0); i++) {
            out.addAll(unrolled(axes.subList(1, axes.size()), and(at, new Expr.Whole(i)), body));
        }
        return out;
    }

    private List<Stmt> loop(List<Integer> axes, List<Expr> at, Names names, Function<List<Expr>, List<Stmt>> body) {
        if (axes.isEmpty()) {
            return body.apply(at);
        }
        if (axes.get(0) == 1) {
            return loop(axes.subList(1, axes.size()), and(at, new Expr.Whole(0)), names, body);
        }
        Names inside = names.inner();
        Variable index = variables.named(inside.first("i", "j", "k", "l", "index"), Kind.WHOLE);
        List<Stmt> inner = loop(axes.subList(1, axes.size()), and(at, index), inside, body);
        return List.of(new Stmt.For(index, new Expr.Whole(axes.get(0)), false, inner));
    }

    private static List<Expr> and(List<Expr> at, Expr next) {
        List<Expr> all = new ArrayList<>(at);
        all.add(next);
        return all;
    }

    /** The value of an expression before the statements that follow: in a variable, if it is more than a name or a number. */
    Expr settled(Expr expr, Names names, List<Stmt> out) {
        if (expr instanceof Variable || expr instanceof Expr.Number || expr instanceof Expr.Named) {
            return expr;
        }
        Variable variable = variables.named(names.variable("value"), Kinds.of(expr));
        out.add(new Stmt.Declare(variable, Optional.of(expr), ""));
        return variable;
    }
}
