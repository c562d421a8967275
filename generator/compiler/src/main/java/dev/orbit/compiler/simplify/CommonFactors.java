package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Definitions;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Uses;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes signs and powers of two out of sums over iterations: {@code sum(-2 * e * x)} is {@code -2 * sum(e * x)}, digit for
 * digit, unless something overflows or is lost below the smallest normal number.
 */
final class CommonFactors implements Rule {
    /** Factors are taken up to this, and down to one over it. */
    private static final double LARGEST = 1024;

    /** Factors are looked for this deep in products of products. */
    private static final int DEPTH = 32;

    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof Instr.Loop loop)) {
            return Optional.empty();
        }
        Search search = new Search(loop, site);
        List<Value> yields = new ArrayList<>(loop.body().results());
        double[] factors = new double[loop.carries().size()];
        boolean any = false;
        for (int i = 0; i < factors.length; i++) {
            Carry carry = loop.carries().get(i);
            boolean sum = carry.kind() == Carry.Kind.SUM && site.isZero(carry.initial());
            Optional<Part> part = sum ? search.part(yields.get(i), DEPTH) : Optional.empty();
            factors[i] = part.map(Part::factor).orElse(1.0);
            part.ifPresent(found -> yields.set(yields.indexOf(found.of()), found.rest()));
            any |= part.isPresent();
        }
        return any ? Optional.of(scaled(loop, search, yields, factors, site)) : Optional.empty();
    }

    /** The value {@code of} is {@code factor * rest}. */
    private record Part(Value of, double factor, Value rest) {}

    private static List<Value> scaled(Instr.Loop loop, Search search, List<Value> yields, double[] factors, Site site) {
        List<Instr> instrs = new ArrayList<>(loop.body().instrs());
        instrs.addAll(search.written);
        Region body = new Region(loop.body().arguments(), instrs, yields);
        List<Value> written = site.write(new Instr.Loop(
                loop.results().stream()
                        .map(result -> site.like(result, result.type()))
                        .toList(),
                loop.axis(),
                loop.count(),
                loop.backward(),
                loop.carries(),
                loop.sequences(),
                body));
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Value result = written.get(i);
            double factor = i < factors.length ? factors[i] : 1;
            if (factor == -1) {
                result = site.map(Function1.NEGATE, result, result);
            } else if (factor != 1) {
                result = site.map(Function2.MULTIPLY, site.constant(Literal.of(factor), result), result, result);
            }
            results.add(result);
        }
        return results;
    }

    /** Whether products with it keep the digits; powers so large that products could overflow are not. */
    static boolean isPowerOfTwo(double value) {
        double size = Math.abs(value);
        return size >= 1 / LARGEST && size <= LARGEST && size == Math.scalb(1.0, Math.getExponent(size));
    }

    /** Looks for factors in the products that a body yields, and writes what is left of them. */
    private static final class Search {
        private final Site site;
        private final Definitions definitions = new Definitions();
        private final Uses uses;
        private final List<Instr> written = new ArrayList<>();

        Search(Instr.Loop loop, Site site) {
            this.site = site;
            this.uses = Uses.of(loop.body());
            loop.body().instrs().forEach(definitions::add);
        }

        /** A factor of a value that is read once; nested products are short, for they are read once. */
        Optional<Part> part(Value value, int depth) {
            if (depth == 0 || uses.count(value) != 1) {
                return Optional.empty();
            }
            return definitions.of(value).flatMap(instr -> {
                if (instr instanceof Instr.Map1 map && map.f() == Function1.NEGATE) {
                    return Optional.of(with(value, -1, map.x(), depth));
                }
                boolean product = instr instanceof Instr.Map2 map && map.f() == Function2.MULTIPLY;
                boolean quotient = instr instanceof Instr.Map2 map && map.f() == Function2.DIVIDE;
                return product || quotient ? of((Instr.Map2) instr, depth) : Optional.empty();
            });
        }

        private Optional<Part> of(Instr.Map2 map, int depth) {
            boolean product = map.f() == Function2.MULTIPLY;
            Optional<Double> left = product ? factor(map.x()) : Optional.empty();
            if (left.isPresent() && map.y().type().equals(map.result().type())) {
                return Optional.of(with(map.result(), left.get(), map.y(), depth));
            }
            Optional<Double> right = product ? factor(map.y()) : Optional.empty();
            if (right.isPresent() && map.x().type().equals(map.result().type())) {
                return Optional.of(with(map.result(), right.get(), map.x(), depth));
            }
            Optional<Part> inLeft = part(map.x(), depth - 1);
            if (inLeft.isPresent()) {
                return Optional.of(
                        again(map, inLeft.get().factor(), inLeft.get().rest(), map.y()));
            }
            Optional<Part> inRight = product ? part(map.y(), depth - 1) : Optional.empty();
            return inRight.map(found -> again(map, found.factor(), map.x(), found.rest()));
        }

        private Part again(Instr.Map2 map, double factor, Value x, Value y) {
            Value result = site.like(map.result(), map.result().type());
            written.add(new Instr.Map2(result, map.f(), x, y));
            return new Part(map.result(), factor, result);
        }

        /** The factor, and what further factor the rest has. */
        private Part with(Value value, double factor, Value rest, int depth) {
            return part(rest, depth - 1)
                    .map(inner -> new Part(value, factor * inner.factor(), inner.rest()))
                    .orElseGet(() -> new Part(value, factor, rest));
        }

        private Optional<Double> factor(Value value) {
            return site.literal(value)
                    .or(() -> definitions.literal(value))
                    .filter(literal -> literal.name().isEmpty())
                    .map(Literal::value)
                    .filter(CommonFactors::isPowerOfTwo);
        }
    }
}
