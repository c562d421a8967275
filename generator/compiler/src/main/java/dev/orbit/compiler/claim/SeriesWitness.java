package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.model.Condition;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Datum;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Claims along a line, or as a constant tends to 0, in power series with exact coefficients. One coefficient that is a
 * number other than 0 proves that a function is not zero everywhere, however transcendental it is.
 */
final class SeriesWitness {
    private static final int LENGTH = 7;
    private static final int ATTEMPTS = 4;
    private static final long SEED = 5_06;

    private final Decision decision;

    SeriesWitness(Decision decision) {
        this.decision = decision;
    }

    /** Whether a coefficient of the difference of a pair of sides is surely not 0. */
    boolean differs(int rows, int pair) {
        Draw draw = decision.trial().draw(SEED);
        for (int attempt = 0; attempt < ATTEMPTS && !decision.deadline().isPast(); attempt++) {
            Point slopes = draw.point(rows, attempt);
            boolean fromOne = attempt % 2 == 1;
            try {
                List<List<Series<Sample>>> sides = alongLine(slopes, fromOne);
                if (differ(sides.get(2 * pair), sides.get(2 * pair + 1))) {
                    return true;
                }
            } catch (Undecidable | IllegalStateException notThere) {
                // No series there: another line may have one.
            }
        }
        return false;
    }

    private static boolean differ(List<Series<Sample>> left, List<Series<Sample>> right) {
        for (int entry = 0; entry < Math.max(left.size(), right.size()); entry++) {
            Series<Sample> x = left.get(left.size() == 1 ? 0 : entry);
            Series<Sample> y = right.get(right.size() == 1 ? 0 : entry);
            for (int power = 0; power < Math.min(x.length(), y.length()); power++) {
                if (x.at(power).isExact()
                        && y.at(power).isExact()
                        && x.at(power).isApartFrom(y.at(power))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The sides where each number is its slope times the small one, from 0, or from 1 where it is positive. */
    private List<List<Series<Sample>>> alongLine(Point slopes, boolean fromOne) {
        SampleAlgebra base = new SampleAlgebra(new CallTable(slopes.seed()));
        SeriesAlgebra<Sample> algebra = algebra(base, LENGTH);
        Function<Entry, Series<Sample>> numbers = entry -> algebra.line(
                fromOne && slopes.number(entry).signum() > 0 ? Sample.Exact.ONE : Sample.Exact.ZERO,
                Sample.of(slopes.number(entry)));
        return sides(algebra, base, slopes, numbers, Set.of());
    }

    /** The sides at a point where only one constant is small. */
    List<List<Series<Sample>>> asTendsToZero(Symbol small, Point point, int length) {
        SampleAlgebra base = new SampleAlgebra(new CallTable(point.seed()));
        SeriesAlgebra<Sample> algebra = algebra(base, length);
        Function<Entry, Series<Sample>> numbers = entry -> entry.symbol().equals(small)
                ? algebra.line(Sample.Exact.ZERO, Sample.Exact.ONE)
                : algebra.fixed(Sample.of(point.number(entry)));
        return sides(algebra, base, point, numbers, Set.of(small));
    }

    private static SeriesAlgebra<Sample> algebra(SampleAlgebra base, int length) {
        return new SeriesAlgebra<>(base, length, Sample.Exact.ZERO::equals);
    }

    private List<List<Series<Sample>>> sides(
            SeriesAlgebra<Sample> algebra,
            SampleAlgebra base,
            Point point,
            Function<Entry, Series<Sample>> numbers,
            Set<Symbol> small) {
        Model model = decision.model();
        Map<Symbol, Datum<Series<Sample>>> free = new Inputs(model, point.rows())
                .of(numbers, entry -> point.indices().get(entry));
        Map<String, Integer> rows = decision.trial().rows(point.rows());
        Map<Symbol, Datum<Series<Sample>>> placed = placed(decision, algebra, free, rows, numbers, small);
        return decision.program()
                .compared(
                        Machine.of(algebra),
                        placed,
                        rows,
                        (condition, left, right) -> assume(base, condition, left.constant(), right.constant()));
    }

    /** Constants defined and the claim's point put in. */
    static <V> Map<Symbol, Datum<Series<V>>> placed(
            Decision decision,
            SeriesAlgebra<V> algebra,
            Map<Symbol, Datum<Series<V>>> free,
            Map<String, Integer> rows,
            Function<Entry, Series<V>> numbers,
            Set<Symbol> small) {
        ConstantValues constants = new ConstantValues(decision.model());
        constants.free().forEach(constant -> algebra.define(constant.name(), numbers.apply(Entry.of(constant))));
        small.forEach(constant -> algebra.define(constant.name(), numbers.apply(Entry.of(constant))));
        Set<Symbol> known = new LinkedHashSet<>(constants.free());
        known.addAll(small);
        constants.derive(algebra, known, algebra::define);
        Map<Symbol, Datum<Series<V>>> placed =
                new LinkedHashMap<>(decision.program().placed(Machine.of(algebra), free, rows, algebra::define));
        known.addAll(decision.program().set());
        constants.derive(algebra, known, algebra::define);
        return placed;
    }

    private static void assume(SampleAlgebra base, Condition.Compare condition, Sample left, Sample right) {
        if (condition.comparison() == dev.orbit.compiler.model.Comparison.EQUAL
                && base.calls().isLatest(left)) {
            base.calls().settle(right);
        } else if (!base.holds(Trial.comparison(condition.comparison()), left, right)) {
            throw new Undecidable("an assumption does not hold there");
        }
    }
}
