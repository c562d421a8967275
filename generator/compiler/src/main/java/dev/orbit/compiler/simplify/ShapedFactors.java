package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;

/**
 * Signs and powers of two go to the front of products of vectors and matrices, where they meet and become one:
 * {@code (-0.5 * a) .* (2 * b)} is {@code -(a .* b)}, digit for digit unless something overflows on the way.
 */
final class ShapedFactors implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        boolean applies = instr instanceof Instr.Map2 map
                && (map.f() == Function2.MULTIPLY || map.f() == Function2.DIVIDE)
                && !map.result().type().shape().isEmpty();
        return applies ? rewrite((Instr.Map2) instr, site).map(List::of) : Optional.empty();
    }

    private record Scaled(double factor, Value of) {}

    private static Optional<Value> rewrite(Instr.Map2 map, Site site) {
        Value result = map.result();
        Optional<Scaled> left = scaled(map.x(), site);
        if (map.f() == Function2.DIVIDE) {
            return left.map(x -> times(x.factor(), site.map(map.f(), x.of(), map.y(), result), result, site));
        }
        Optional<Scaled> right = scaled(map.y(), site);
        Optional<Double> number = factor(map.x(), site);
        if (number.isPresent()) {
            return right.map(y -> times(number.get() * y.factor(), site.fill(y.of(), result), result, site));
        }
        return left.map(x -> times(x.factor(), site.map(map.f(), x.of(), map.y(), result), result, site))
                .or(() -> right.map(y -> times(y.factor(), site.map(map.f(), map.x(), y.of(), result), result, site)));
    }

    private static Value times(double factor, Value value, Value like, Site site) {
        if (factor == 1) {
            return value;
        } else if (factor == -1) {
            return site.map(Function1.NEGATE, value, like);
        }
        Value number = site.write(new Instr.Constant(site.like(like, Type.SCALAR), Literal.of(factor)))
                .get(0);
        return site.map(Function2.MULTIPLY, number, value, like);
    }

    private static Optional<Scaled> scaled(Value value, Site site) {
        return site.definition(value)
                .filter(instr -> site.isReadOnce(value))
                .flatMap(instr -> instr instanceof Instr.Map2 map && map.f() == Function2.MULTIPLY
                        ? Optional.of(map)
                        : Optional.empty())
                .flatMap(map -> part(map.x(), map.y(), value, site).or(() -> part(map.y(), map.x(), value, site)));
    }

    private static Optional<Scaled> part(Value number, Value of, Value product, Site site) {
        return factor(number, site)
                .filter(factor -> of.type().equals(product.type()))
                .map(factor -> new Scaled(factor, of));
    }

    private static Optional<Double> factor(Value value, Site site) {
        return site.literal(value)
                .filter(literal -> literal.name().isEmpty() && value.type().isReal())
                .map(Literal::value)
                .filter(CommonFactors::isPowerOfTwo);
    }
}
