package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Numbers that are computed of all entries of a vector or matrix. */
final class Folding {
    private final Expressions expressions;
    private final Walks walks;

    Folding(Expressions expressions, Walks walks) {
        this.expressions = expressions;
        this.walks = walks;
    }

    static boolean folds(Instr instr) {
        return instr instanceof Instr.Fold || instr instanceof Instr.Linear;
    }

    /**
     * The result.
     *
     * @param sum gives the variable in which entries are gathered, where there is need of one
     * @param out takes the statements that run before
     */
    Expr fold(Instr instr, Supplier<Variable> sum, Names names, List<Stmt> out) {
        if (instr instanceof Instr.Linear dot && dot.op() == Product.DOT) {
            Value x = dot.args().get(0);
            Value y = dot.args().get(1);
            return gather(x, List.of(x, y), zero(), sum, names, out, (so, entries) -> fused(entries, so));
        }
        Instr.Fold fold = (Instr.Fold) instr;
        return switch (fold.op()) {
            case SUM -> left(fold, zero(), sum, names, out, Signs::add);
            case MAX -> left(fold, infinity("NEGATIVE_INFINITY"), sum, names, out, (x, y) -> math("max", x, y));
            case MIN -> left(fold, infinity("POSITIVE_INFINITY"), sum, names, out, (x, y) -> math("min", x, y));
            case LOGSUMEXP -> isNumber(fold) ? Signs.add(number(fold), zero()) : kernel("logSumExp", fold, Kind.REAL);
            case NORM -> isNumber(fold) ? math("abs", number(fold)) : kernel("norm", fold, Kind.REAL);
            case ARGMAX -> isNumber(fold) ? new Expr.Whole(1) : kernel("largest", fold, Kind.WHOLE);
            case ARGMIN -> isNumber(fold) ? new Expr.Whole(1) : kernel("smallest", fold, Kind.WHOLE);
        };
    }

    /** Whether what is reduced is one number. */
    private static boolean isNumber(Instr.Fold fold) {
        return fold.x().type().shape().isEmpty();
    }

    private Expr number(Instr.Fold fold) {
        return expressions.read(fold.x());
    }

    private static Expr zero() {
        return new Expr.Number(new Literal(0, "0", ""));
    }

    private Expr kernel(String method, Instr.Fold fold, Kind kind) {
        Block x = expressions.entries().whole(fold.x());
        Expr size = new Expr.Whole(fold.x().type().size());
        return new Expr.Call(Library.KERNELS, method, kind, List.of(size, x.array(), x.offset()));
    }

    private static Expr infinity(String name) {
        return new Expr.Named(Optional.of(Library.DOUBLE), name);
    }

    private static Expr math(String method, Expr... args) {
        return new Expr.Call(Library.MATH, method, Kind.REAL, List.of(args));
    }

    private static Expr fused(List<Expr> factors, Expr sum) {
        return new Expr.Call(Library.MATH, "fma", Kind.REAL, List.of(factors.get(0), factors.get(1), sum));
    }

    private Expr left(
            Instr.Fold fold,
            Expr start,
            Supplier<Variable> sum,
            Names names,
            List<Stmt> out,
            BiFunction<Expr, Expr, Expr> step) {
        return gather(
                fold.x(), List.of(fold.x()), start, sum, names, out, (so, entries) -> step.apply(so, entries.get(0)));
    }

    private Expr gather(
            Value like,
            List<Value> values,
            Expr start,
            Supplier<Variable> variable,
            Names names,
            List<Stmt> out,
            BiFunction<Expr, List<Expr>, Expr> step) {
        Variable sum = variable.get();
        out.add(new Stmt.Declare(sum, Optional.of(start), ""));
        List<Integer> shape = like.type().shape();
        Entries entries = expressions.entries();
        boolean flat = values.stream().allMatch(entries::isFlat);
        out.addAll(walks.each(shape, flat, names, at -> {
            List<Expr> here = values.stream()
                    .map(value ->
                            at.size() == shape.size() ? entries.entry(value, at) : entries.entry(value, at.get(0)))
                    .toList();
            return List.of(Assignments.set(sum, step.apply(sum, here), ""));
        }));
        return sum;
    }
}
