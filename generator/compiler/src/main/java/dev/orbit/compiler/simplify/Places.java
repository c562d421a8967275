package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.View;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of what is read nowhere else is computed alone, and what is zero but for one entry or part stays that: it is
 * multiplied and negated there alone. Entries at known places are parts.
 */
final class Places implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        Optional<Value> result = Optional.empty();
        if (instr instanceof View view && view.op() == Access.ENTRY) {
            result = entry(view, site)
                    .or(() -> known(view, Access.SLICE, part(view).type(), site));
        } else if (instr instanceof View view && view.op() == Access.SLICE) {
            boolean one = view.bounds().size() == 2 && view.result().type().equals(Type.SCALAR);
            result = one ? entry(view, site) : Optional.empty();
        } else if (instr instanceof View view && view.op() == Access.PAD_ENTRY) {
            result = known(view, Access.PAD, view.result().type(), site);
        } else if (instr instanceof Instr.Map1 map && map.f() == Function1.NEGATE) {
            result = sparse(map.x(), site)
                    .map(pad -> again(pad, site.map(map.f(), part(pad), part(pad)), map.result(), site));
        } else if (instr instanceof Instr.Map2 map && map.f() == Function2.MULTIPLY) {
            result = product(map.x(), map.y(), map, site).or(() -> product(map.y(), map.x(), map, site));
        } else if (instr instanceof Instr.Map2 map && map.f() == Function2.ADD) {
            result = filled(map.x(), map.y(), map, site).or(() -> filled(map.y(), map.x(), map, site));
        } else if (instr instanceof Instr.Linear linear) {
            result = linear(linear, site);
        }
        return result.map(List::of);
    }

    private static Value part(View pad) {
        return pad.args().get(0);
    }

    /** The place from 0 where it is known, as bounds of the part there. */
    private static Optional<Value> known(View view, Access op, Type whole, Site site) {
        List<Value> indices = view.args().subList(1, view.args().size());
        List<Integer> factors = view.bounds().isEmpty() ? List.of(1, 0) : view.bounds();
        int place = factors.get(indices.size());
        for (int i = 0; i < indices.size(); i++) {
            Optional<Literal> index = site.literal(indices.get(i));
            if (index.isEmpty()) {
                return Optional.empty();
            }
            place += factors.get(i) * (int) index.get().value();
        }
        if (place < 1 || place > whole.shape().get(0)) {
            return Optional.empty();
        }
        List<Integer> bounds = new ArrayList<>(List.of(place - 1, place));
        whole.shape().stream().skip(1).forEach(columns -> bounds.addAll(List.of(0, columns)));
        return Optional.of(site.view(op, bounds, List.of(part(view)), view.result()));
    }

    private static Optional<Value> entry(View view, Site site) {
        Value of = part(view);
        Optional<Value> put = site.view(Access.PUT, of)
                .filter(inner -> view.op() == Access.ENTRY
                        && view.bounds().isEmpty()
                        && inner.args().get(1).equals(view.args().get(1)))
                .map(inner -> inner.args().get(2));
        if (put.isPresent() || !site.isReadOnce(of)) {
            return put;
        }
        return site.definition(of).flatMap(instr -> {
            if (instr instanceof Instr.Map1 map) {
                return Optional.of(site.map(map.f(), at(map.x(), view, site), view.result()));
            } else if (instr instanceof Instr.Map2 map) {
                return Optional.of(site.map(map.f(), at(map.x(), view, site), at(map.y(), view, site), view.result()));
            } else if (instr instanceof Instr.Linear linear
                    && linear.op() == Product.MATRIX
                    && of.type().shape().size() == 1) {
                Value vector = linear.args().get(1);
                Value row = at(linear.args().get(0), view, vector, site);
                return Optional.of(site.linear(Product.DOT, row, vector, view.result()));
            }
            return Optional.empty();
        });
    }

    /** The operand's entry; a scalar is its own. */
    private static Value at(Value operand, View view, Site site) {
        return operand.type().shape().isEmpty() ? operand : at(operand, view, view.result(), site);
    }

    private static Value at(Value operand, View view, Value like, Site site) {
        List<Value> args = new ArrayList<>(view.args());
        args.set(0, operand);
        List<Integer> bounds = new ArrayList<>(view.bounds());
        if (view.op() == Access.SLICE) {
            operand.type().shape().stream().skip(1).forEach(columns -> bounds.addAll(List.of(0, columns)));
        }
        return site.view(view.op(), bounds, args, like);
    }

    private static Optional<View> sparse(Value value, Site site) {
        return site.view(Access.PAD_ENTRY, value).or(() -> site.view(Access.PAD, value));
    }

    private static Value again(View pad, Value part, Value result, Site site) {
        List<Value> args = new ArrayList<>(pad.args());
        args.set(0, part);
        return site.view(pad.op(), pad.bounds(), args, result);
    }

    private static Optional<Value> product(Value zeros, Value other, Instr.Map2 map, Site site) {
        boolean fits = zeros.type().equals(map.result().type());
        return sparse(zeros, site).filter(pad -> fits).map(pad -> {
            Value factor = other.type().shape().isEmpty() ? other : from(other, pad, site);
            return again(pad, site.map(Function2.MULTIPLY, part(pad), factor, part(pad)), map.result(), site);
        });
    }

    /** An entry that was cleared gets another value. */
    private static Optional<Value> filled(Value cleared, Value added, Instr.Map2 map, Site site) {
        Optional<View> pad =
                site.view(Access.PAD_ENTRY, added).filter(view -> view.bounds().isEmpty());
        return pad.flatMap(entry -> site.view(Access.PUT, cleared)
                .filter(put -> put.args().get(1).equals(entry.args().get(1))
                        && site.isZero(put.args().get(2))
                        && site.isReadOnce(cleared))
                .map(put -> site.view(
                        Access.PUT,
                        List.of(),
                        List.of(put.args().get(0), put.args().get(1), part(entry)),
                        map.result())));
    }

    /** What the other operand has where this one is not zero. */
    private static Value from(Value other, View pad, Site site) {
        List<Value> args = new ArrayList<>(pad.args());
        args.set(0, other);
        Access op = pad.op() == Access.PAD ? Access.SLICE : Access.ENTRY;
        return site.view(op, pad.bounds(), args, part(pad));
    }

    private static Optional<Value> linear(Instr.Linear linear, Site site) {
        Value result = linear.result();
        return switch (linear.op()) {
            case DOT ->
                sparse(linear.args().get(0), site)
                        .map(pad -> dot(pad, linear.args().get(1), result, site))
                        .or(() -> sparse(linear.args().get(1), site)
                                .map(pad -> dot(pad, linear.args().get(0), result, site)));
            // one row of the product is not zero
            case OUTER ->
                site.view(Access.PAD_ENTRY, linear.args().get(0)).map(pad -> {
                    Value y = linear.args().get(1);
                    return again(pad, site.map(Function2.MULTIPLY, part(pad), y, y), result, site);
                });
            // one row of the matrix counts
            case MATRIX_TRANSPOSED ->
                site.view(Access.PAD_ENTRY, linear.args().get(1))
                        .filter(pad -> part(pad).type().isScalar())
                        .map(pad -> {
                            List<Value> args = new ArrayList<>(pad.args());
                            args.set(0, linear.args().get(0));
                            Value row = site.view(Access.ENTRY, pad.bounds(), args, result);
                            return site.map(Function2.MULTIPLY, part(pad), row, result);
                        });
            case MATRIX,
                    STACKED_OUTER,
                    TRANSPOSED_RIGHT,
                    CHOLESKY,
                    SOLVE_LOWER,
                    SOLVE_LOWER_TRANSPOSED,
                    CHOLESKY_ADJOINT,
                    CHOLESKY_TANGENT -> Optional.empty();
        };
    }

    private static Value dot(View pad, Value other, Value result, Site site) {
        Value there = from(other, pad, site);
        return part(pad).type().isScalar()
                ? site.map(Function2.MULTIPLY, part(pad), there, result)
                : site.linear(Product.DOT, part(pad), there, result);
    }
}
