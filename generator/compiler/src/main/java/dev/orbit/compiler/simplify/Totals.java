package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Fold;
import dev.orbit.compiler.program.Instr.Reduction;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;

/**
 * Sums of what is mostly zero, or everywhere the same number, and products with diagonal matrices: only what is not zero
 * is computed with. Equal in the reals.
 */
final class Totals implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (instr instanceof Fold fold && fold.op() == Reduction.SUM) {
            return sum(fold, site).map(List::of);
        } else if (instr instanceof Instr.Linear linear && linear.args().size() == 2) {
            return linear(linear, site).map(List::of);
        }
        return Optional.empty();
    }

    private static Optional<Value> sum(Fold fold, Site site) {
        Value x = fold.x();
        Optional<Value> same = site.literal(x)
                .filter(literal -> literal.name().isEmpty())
                .map(literal -> site.constant(literal, fold.result()))
                .or(() -> argument(Access.BROADCAST, x, site));
        if (same.isPresent()) {
            Value size = site.constant(Literal.of(x.type().size()), fold.result());
            return Optional.of(site.map(Function2.MULTIPLY, size, same.get(), fold.result()));
        }
        return argument(Access.PAD, x, site)
                .or(() -> argument(Access.PAD_ENTRY, x, site))
                .or(() -> argument(Access.DIAGONAL, x, site))
                .or(() -> argument(Access.RESHAPE, x, site)
                        .filter(inner -> inner.type().stacked().isEmpty()))
                .map(inner -> total(inner, fold.result(), site));
    }

    private static Optional<Value> argument(Access op, Value value, Site site) {
        return site.view(op, value).map(view -> view.args().get(0));
    }

    private static Value total(Value of, Value like, Site site) {
        return of.type().isScalar()
                ? of
                : site.write(new Fold(site.like(like, Type.SCALAR), Reduction.SUM, of))
                        .get(0);
    }

    private static Optional<Value> linear(Instr.Linear linear, Site site) {
        Value a = linear.args().get(0);
        Value b = linear.args().get(1);
        Value result = linear.result();
        return switch (linear.op()) {
            case MATRIX, MATRIX_TRANSPOSED ->
                argument(Access.DIAGONAL, a, site)
                        .filter(diagonal -> b.type().shape().size() == 1)
                        .map(diagonal -> site.map(Function2.MULTIPLY, diagonal, b, result));
            case DOT -> dot(a, b, result, site).or(() -> dot(b, a, result, site));
            case TRANSPOSED_RIGHT,
                    OUTER,
                    STACKED_OUTER,
                    CHOLESKY,
                    SOLVE_LOWER,
                    SOLVE_LOWER_TRANSPOSED,
                    CHOLESKY_ADJOINT,
                    CHOLESKY_TANGENT -> Optional.empty();
        };
    }

    private static Optional<Value> dot(Value same, Value other, Value result, Site site) {
        Optional<Value> number = site.literal(same)
                .filter(literal -> literal.name().isEmpty())
                .map(literal -> site.constant(literal, result))
                .or(() -> argument(Access.BROADCAST, same, site));
        return number.map(factor -> site.map(Function2.MULTIPLY, factor, total(other, result, site), result));
    }

    /** {@code sum(x .* y)}, {@code sum(x.^2)} and {@code norm(x)^2} as scalar products; empty if the instruction is none. */
    static Optional<Found> product(Instr instr, Site site) {
        if (instr instanceof Fold fold && fold.op() == Reduction.SUM && site.isReadOnce(fold.x())) {
            Type type = fold.x().type();
            return site.definition(fold.x()).flatMap(inner -> {
                if (inner instanceof Instr.Map1 map && map.f() == Function1.SQUARE) {
                    return Optional.of(new Found("sum(x.^2) -> dot(x, x)", map.x(), map.x()));
                }
                boolean both = inner instanceof Instr.Map2 map
                        && map.f() == Function2.MULTIPLY
                        && map.x().type().equals(type)
                        && map.y().type().equals(type);
                return both
                        ? Optional.of(new Found(
                                "sum(x .* y) -> dot(x, y)", ((Instr.Map2) inner).x(), ((Instr.Map2) inner).y()))
                        : Optional.empty();
            });
        } else if (instr instanceof Instr.Map1 map && map.f() == Function1.SQUARE && site.isReadOnce(map.x())) {
            return site.definition(map.x())
                    .flatMap(inner -> inner instanceof Fold norm && norm.op() == Reduction.NORM
                            ? Optional.of(new Found("norm(x)^2 -> dot(x, x)", norm.x(), norm.x()))
                            : Optional.empty());
        }
        return Optional.empty();
    }

    /** A scalar product that is found under another name. */
    record Found(String form, Value x, Value y) {}
}
