package dev.orbit.compiler.claim;

import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Draws points: small numbers first, parameters within their intervals, constants of their sign. */
final class Draw {
    private static final int MIXED = 4;

    private final Model model;
    private final Set<Symbol> set;
    private final ConstantValues constants;
    private final Intervals intervals;
    private final Random random;

    /**
     * Draws for a claim.
     *
     * @param set what the claim's point gives a value: not drawn
     */
    Draw(Model model, Set<Symbol> set, long seed) {
        this.model = model;
        this.set = Set.copyOf(set);
        this.constants = new ConstantValues(model);
        this.intervals = new Intervals(model);
        this.random = new Random(seed);
    }

    /** A point; the later the attempt, the larger its numbers, and the more often they are fractions. */
    Point point(int rows, int attempt) {
        Map<Entry, Rational> numbers = new LinkedHashMap<>();
        for (Symbol constant : constants.free()) {
            if (!set.contains(constant)) {
                Rational size = positive(attempt);
                numbers.put(Entry.of(constant), constants.sign(constant) < 0 ? size.negated() : size);
            }
        }
        Inputs inputs = new Inputs(model, rows);
        for (Entry entry : inputs.entries()) {
            if (!set.contains(entry.symbol())) {
                numbers.put(entry, number(entry, numbers, attempt));
            }
        }
        Map<Entry, Integer> indices = new LinkedHashMap<>();
        for (Entry entry : inputs.indices()) {
            Datum.IndexRange range = range(entry);
            indices.put(entry, range.first() + random.nextInt(range.last() - range.first() + 1));
        }
        return new Point(rows, numbers, indices, random.nextLong());
    }

    /** Another value of an index, if it has one. */
    int another(Entry entry, int value) {
        Datum.IndexRange range = range(entry);
        return value == range.first() ? range.last() : range.first();
    }

    private Datum.IndexRange range(Entry entry) {
        return model.data().stream()
                .filter(datum -> datum.symbol().equals(entry.symbol()))
                .findFirst()
                .flatMap(Datum::range)
                .orElseThrow();
    }

    private Rational number(Entry entry, Map<Entry, Rational> before, int attempt) {
        Rational any = random.nextInt(3) == 0 ? positive(attempt).negated() : positive(attempt);
        Intervals.Bounds<Rational> bounds = bounds(entry, before);
        if (bounds.low().isPresent() && bounds.high().isPresent()) {
            Rational width = bounds.high().get().minus(bounds.low().get());
            int parts = 2 + random.nextInt(2 + attempt / MIXED);
            return bounds.low().get().plus(width.times(Rational.of(1 + random.nextInt(parts - 1), parts)));
        }
        Optional<Rational> above = bounds.low().map(low -> low.plus(positive(attempt)));
        return above.or(() -> bounds.high().map(high -> high.minus(positive(attempt))))
                .orElse(any);
    }

    private Intervals.Bounds<Rational> bounds(Entry entry, Map<Entry, Rational> numbers) {
        SampleAlgebra algebra = algebra(new Point(0, numbers, Map.of(), 0), constants);
        Intervals.Bounds<Sample> found =
                intervals.of(entry, algebra, each -> Sample.of(numbers.getOrDefault(each, Rational.ZERO)));
        return new Intervals.Bounds<>(
                found.low().flatMap(Draw::exact), found.high().flatMap(Draw::exact));
    }

    private static Optional<Rational> exact(Sample sample) {
        return sample.match(exact -> Optional.of(exact.value()), near -> Optional.empty());
    }

    /** Whether all free parameters lie in their intervals and constants have their signs. */
    boolean isInside(Point point) {
        for (Map.Entry<Entry, Rational> each : point.numbers().entrySet()) {
            Intervals.Bounds<Rational> bounds = bounds(each.getKey(), point.numbers());
            Rational value = each.getValue();
            int sign = constants.sign(each.getKey().symbol());
            if (bounds.low().filter(low -> value.compareTo(low) <= 0).isPresent()
                    || bounds.high().filter(high -> value.compareTo(high) >= 0).isPresent()
                    || sign != 0 && value.signum() != sign) {
                return false;
            }
        }
        return true;
    }

    /** The arithmetic of a point, its constants defined. */
    static SampleAlgebra algebra(Point point, ConstantValues constants) {
        SampleAlgebra algebra = new SampleAlgebra(new CallTable(point.seed()));
        for (Symbol constant : constants.free()) {
            algebra.define(constant.name(), Sample.of(point.number(Entry.of(constant))));
        }
        constants.derive(algebra, Set.copyOf(constants.free()), algebra::define);
        return algebra;
    }

    private Rational positive(int attempt) {
        int numerator = 1 + random.nextInt(2 + attempt / MIXED);
        return Rational.of(numerator, 1 + random.nextInt(1 + attempt / MIXED));
    }
}
