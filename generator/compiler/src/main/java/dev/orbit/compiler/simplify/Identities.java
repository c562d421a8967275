package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Connective;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;

/** Applications that another one gives bit for bit, for less. */
final class Identities implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        Optional<Value> result = Optional.empty();
        if (instr instanceof Instr.Map1 map) {
            result = map1(map, site);
        } else if (instr instanceof Instr.Map2 map) {
            result = map2(map, site);
        } else if (instr instanceof Instr.Logic logic) {
            result = logic(logic, site);
        }
        return result.map(List::of);
    }

    private static Optional<Value> map1(Instr.Map1 map, Site site) {
        Optional<Value> negated = site.argument(Function1.NEGATE, map.x());
        if (map.f() == Function1.NEGATE) {
            return negated;
        }
        boolean isEven = map.f() == Function1.ABS || map.f() == Function1.SQUARE;
        return negated.filter(x -> isEven).map(x -> site.map(map.f(), x, map.result()));
    }

    private static Optional<Value> map2(Instr.Map2 map, Site site) {
        Value result = map.result();
        if (map.f() == Function2.POWER && site.isNumber(map.y(), 2)) {
            return Optional.of(site.map(Function1.SQUARE, site.fill(map.x(), result), result));
        } else if (map.f() == Function2.SCALE && isNonzero(map.x(), site)) {
            return Optional.of(site.map(Function2.MULTIPLY, map.x(), map.y(), result));
        } else if (map.f() == Function2.DIVIDE && site.isOne(map.x())) {
            return Optional.of(site.map(Function1.RECIPROCAL, site.fill(map.y(), result), result));
        }
        return narrowed(map, site);
    }

    private static boolean isNonzero(Value value, Site site) {
        return site.literal(value).filter(literal -> literal.value() != 0).isPresent();
    }

    /** A scalar that was spread over a shape meets the other operand's entries as it is. */
    private static Optional<Value> narrowed(Instr.Map2 map, Site site) {
        Optional<Value> x = spread(map.x(), site);
        Optional<Value> y = spread(map.y(), site);
        boolean isShaped = !map.result().type().shape().isEmpty();
        if (x.isPresent() && y.isPresent()) {
            // one of both is enough to tell the shape
            return Optional.of(site.map(map.f(), x.get(), map.y(), map.result()));
        } else if (x.isPresent()
                && isShaped
                && map.y().type().equals(map.result().type())) {
            return Optional.of(site.map(map.f(), x.get(), map.y(), map.result()));
        } else if (y.isPresent()
                && isShaped
                && map.x().type().equals(map.result().type())) {
            return Optional.of(site.map(map.f(), map.x(), y.get(), map.result()));
        }
        return Optional.empty();
    }

    private static Optional<Value> spread(Value value, Site site) {
        return site.view(Access.BROADCAST, value).map(view -> view.args().get(0));
    }

    private static Optional<Value> logic(Instr.Logic logic, Site site) {
        if (logic.op() == Connective.NOT) {
            Value x = logic.args().get(0);
            Optional<Value> twice = site.definition(x)
                    .flatMap(instr -> instr instanceof Instr.Logic inner && inner.op() == Connective.NOT
                            ? Optional.of(inner.args().get(0))
                            : Optional.empty());
            return site.literal(x)
                    .map(literal -> site.constant(Literal.of(1 - literal.value()), logic.result()))
                    .or(() -> twice);
        }
        double absorbing = logic.op() == Connective.AND ? 0 : 1;
        if (logic.args().stream().anyMatch(arg -> isTruth(arg, absorbing, site))) {
            return Optional.of(site.constant(Literal.of(absorbing), logic.result()));
        }
        List<Value> open = logic.args().stream()
                .filter(arg -> !isTruth(arg, 1 - absorbing, site))
                .distinct()
                .toList();
        if (open.size() == logic.args().size() && open.size() > 1) {
            return Optional.empty();
        } else if (open.isEmpty()) {
            return Optional.of(site.constant(Literal.of(1 - absorbing), logic.result()));
        } else if (open.size() == 1) {
            return Optional.of(open.get(0));
        }
        Value fewer = site.like(logic.result(), logic.result().type());
        return Optional.of(site.write(new Instr.Logic(fewer, logic.op(), open)).get(0));
    }

    private static boolean isTruth(Value value, double truth, Site site) {
        return site.literal(value).filter(literal -> literal.value() == truth).isPresent();
    }
}
