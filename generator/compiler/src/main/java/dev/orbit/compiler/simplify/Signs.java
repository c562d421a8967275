package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;

/**
 * Moves signs out of products, into sums and constants: {@code x + (-y)} is {@code x - y}, {@code (-x) * y} is
 * {@code -(x * y)}, {@code -(2 * x)} is {@code -2 * x}. Only what keeps the bits, zeros included.
 */
final class Signs implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        Optional<Value> result = Optional.empty();
        if (instr instanceof Instr.Map1 map && map.f() == Function1.NEGATE) {
            result = negated(map, site);
        } else if (instr instanceof Instr.Map2 map) {
            if (map.f() == Function2.ADD) {
                result = sum(map, site);
            } else if (map.f() == Function2.SUBTRACT) {
                result = difference(map, site);
            } else if (map.f() == Function2.MULTIPLY || map.f() == Function2.DIVIDE) {
                result = product(map, site);
            }
        }
        return result.map(List::of);
    }

    /** -(c * x) is (-c) * x. */
    private static Optional<Value> negated(Instr.Map1 map, Site site) {
        if (!site.isReadOnce(map.x())) {
            return Optional.empty();
        }
        return site.definition(map.x())
                .flatMap(instr -> instr instanceof Instr.Map2 inner && inner.f() == Function2.MULTIPLY
                        ? Optional.of(inner)
                        : Optional.empty())
                .flatMap(inner -> minus(inner.x(), site)
                        .map(c -> site.map(Function2.MULTIPLY, c, inner.y(), map.result()))
                        .or(() -> minus(inner.y(), site)
                                .map(c -> site.map(Function2.MULTIPLY, inner.x(), c, map.result()))));
    }

    private static Optional<Value> sum(Instr.Map2 map, Site site) {
        Value result = map.result();
        return site.argument(Function1.NEGATE, map.y())
                .map(y -> site.map(Function2.SUBTRACT, map.x(), y, result))
                .or(() -> site.argument(Function1.NEGATE, map.x())
                        .map(x -> site.map(Function2.SUBTRACT, map.y(), x, result)));
    }

    private static Optional<Value> difference(Instr.Map2 map, Site site) {
        return site.argument(Function1.NEGATE, map.y()).map(y -> site.map(Function2.ADD, map.x(), y, map.result()));
    }

    private static Optional<Value> product(Instr.Map2 map, Site site) {
        Optional<Value> x = site.argument(Function1.NEGATE, map.x());
        Optional<Value> y = site.argument(Function1.NEGATE, map.y());
        Value result = map.result();
        if (x.isPresent() && y.isPresent()) {
            return Optional.of(site.map(map.f(), x.get(), y.get(), result));
        } else if (x.isPresent() && site.isReadOnce(map.x())) {
            return Optional.of(minus(map.y(), site)
                    .map(c -> site.map(map.f(), x.get(), c, result))
                    .orElseGet(() -> negation(map.f(), x.get(), map.y(), result, site)));
        } else if (y.isPresent() && site.isReadOnce(map.y())) {
            return Optional.of(minus(map.x(), site)
                    .map(c -> site.map(map.f(), c, y.get(), result))
                    .orElseGet(() -> negation(map.f(), map.x(), y.get(), result, site)));
        }
        return Optional.empty();
    }

    private static Value negation(Function2 f, Value x, Value y, Value result, Site site) {
        return site.map(Function1.NEGATE, site.map(f, x, y, result), result);
    }

    /** The opposite number of an unnamed constant, written by the author or computed. */
    private static Optional<Value> minus(Value value, Site site) {
        return site.literal(value)
                .filter(literal -> literal.name().isEmpty() && Double.isFinite(literal.value()))
                .filter(literal -> value.type().isReal())
                .map(literal -> site.constant(new Literal(-literal.value(), minus(literal.text()), ""), value));
    }

    private static String minus(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return text.startsWith("-") ? text.substring(1) : "-" + text;
    }
}
