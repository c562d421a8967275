package dev.orbit.compiler.claim;

import dev.orbit.compiler.formula.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Looks for points at which a claim fails, and makes what was found small. */
final class Counterexamples {
    private static final long SEED = 6_05;
    private static final int ATTEMPTS = 80;

    /** Where functions are not rational, no point is exact; where they are, the first ones are. */
    private static final int EXACT_ATTEMPTS = 24;

    /** Agreements without a proof. */
    static final int MANY = 24;

    /** Agreements beside a proof: the second witness, and what is looked at before a proof is tried. */
    static final int FEW = 4;

    private static final List<Rational> SIMPLE =
            List.of(Rational.ZERO, Rational.ONE, Rational.MINUS_ONE, Rational.TWO, Rational.of(1, 2));

    /** Numbers that are tried in the place of one that may not matter. */
    private static final List<Rational> OTHERS =
            List.of(Rational.of(3, 7), Rational.of(-3, 7), Rational.of(1, 77), Rational.of(17, 3));

    private final Trial trial;
    private final Deadline deadline;
    private final List<String> names;

    /**
     * What a search found.
     *
     * @param found the smallest point that fits
     * @param agreements at how many points both sides were told and nothing differed
     */
    record Search(Optional<Counterexample> found, int agreements) {}

    /**
     * A search.
     *
     * @param names what each pair of sides is, for people
     */
    Counterexamples(Trial trial, List<String> names, Deadline deadline) {
        this.trial = trial;
        this.names = List.copyOf(names);
        this.deadline = deadline;
    }

    /** The first pair of sides that differs in some entry. */
    private static Optional<Integer> differing(Trial.Outcome outcome) {
        for (int pair = 0; pair < outcome.sides().size() / 2; pair++) {
            if (entry(outcome, pair).isPresent()) {
                return Optional.of(pair);
            }
        }
        return Optional.empty();
    }

    /** The first entry in which a pair of sides differs. */
    private static Optional<Integer> entry(Trial.Outcome outcome, int pair) {
        List<Sample> left = outcome.sides().get(2 * pair);
        List<Sample> right = outcome.sides().get(2 * pair + 1);
        for (int entry = 0; entry < Math.max(left.size(), right.size()); entry++) {
            if (at(left, entry).differsFrom(at(right, entry))) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static Sample at(List<Sample> side, int entry) {
        return side.get(side.size() == 1 ? 0 : entry);
    }

    private static boolean agrees(Trial.Outcome outcome) {
        for (int pair = 0; pair < outcome.sides().size() / 2; pair++) {
            List<Sample> left = outcome.sides().get(2 * pair);
            List<Sample> right = outcome.sides().get(2 * pair + 1);
            for (int entry = 0; entry < Math.max(left.size(), right.size()); entry++) {
                if (!at(left, entry).agreesWith(at(right, entry))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where some pair of sides differs, with so many rows of per-step data; the search ends after so many agreements. */
    Search unequal(int rows, int enough) {
        Predicate<Trial.Outcome> fails = outcome -> differing(outcome).isPresent();
        return search(
                rows, enough, ATTEMPTS, fails, outcome -> differing(outcome).orElse(0));
    }

    /** Where one pair of sides differs; only by exact numbers if so wanted. */
    Search different(int rows, int pair, boolean exactly, int enough) {
        return search(
                rows,
                enough,
                exactly ? EXACT_ATTEMPTS : ATTEMPTS,
                outcome -> entry(outcome, pair)
                        .filter(entry -> !exactly
                                || at(outcome.sides().get(2 * pair), entry).isExact()
                                        && at(outcome.sides().get(2 * pair + 1), entry)
                                                .isExact())
                        .isPresent(),
                outcome -> pair);
    }

    /** Where one pair of sides is equal in every entry. */
    Search equal(int rows, int pair) {
        return search(
                rows,
                MANY,
                ATTEMPTS,
                outcome -> entry(outcome, pair).isEmpty()
                        && outcome.sides().get(2 * pair).stream().allMatch(Sample::isKnown),
                outcome -> pair);
    }

    private Search search(
            int rows,
            int enough,
            int attempts,
            Predicate<Trial.Outcome> wanted,
            java.util.function.Function<Trial.Outcome, Integer> pair) {
        Draw draw = trial.draw(SEED + rows);
        int agreements = 0;
        for (int attempt = 0; attempt < attempts && agreements < enough && !deadline.isPast(); attempt++) {
            Point point = draw.point(rows, attempt);
            Optional<Trial.Outcome> outcome = trial.at(point);
            if (outcome.filter(wanted).isPresent()) {
                return new Search(Optional.of(shown(smaller(point, draw, wanted), pair)), agreements);
            }
            agreements += outcome.filter(Counterexamples::agrees).isPresent() ? 1 : 0;
        }
        return new Search(Optional.empty(), agreements);
    }

    /** The point with as many numbers as can be replaced by simpler ones. */
    private Point smaller(Point point, Draw draw, Predicate<Trial.Outcome> wanted) {
        Point smallest = point;
        for (Entry entry : point.numbers().keySet()) {
            for (Rational simple : SIMPLE) {
                if (smallest.number(entry).equals(simple) || deadline.isPast()) {
                    break;
                }
                Point candidate = smallest.with(entry, simple);
                if (draw.isInside(candidate)
                        && trial.at(candidate).filter(wanted).isPresent()) {
                    smallest = candidate;
                    break;
                }
            }
        }
        return smallest;
    }

    private Counterexample shown(Point point, java.util.function.Function<Trial.Outcome, Integer> which) {
        Trial.Outcome outcome = trial.at(point).orElseThrow();
        int pair = which.apply(outcome);
        int entry = entry(outcome, pair).orElse(0);
        OptionalInt rows = trial.rows(point.rows()).isEmpty() ? OptionalInt.empty() : OptionalInt.of(point.rows());
        List<Sample> left = outcome.sides().get(2 * pair);
        boolean shaped = Math.max(left.size(), outcome.sides().get(2 * pair + 1).size()) > 1;
        return new Counterexample(
                rows,
                relevant(point, outcome),
                outcome.calls(),
                names.get(pair) + (shaped ? ", entry " + (entry + 1) : ""),
                at(left, entry).text(),
                at(outcome.sides().get(2 * pair + 1), entry).text());
    }

    /** The values of a point without those that change nothing when they change. */
    private Map<String, String> relevant(Point point, Trial.Outcome outcome) {
        Draw draw = trial.draw(SEED);
        Map<String, String> values = new LinkedHashMap<>();
        point.numbers().forEach((entry, value) -> {
            boolean idle = OTHERS.stream()
                    .map(other -> point.with(entry, other))
                    .filter(draw::isInside)
                    .findFirst()
                    .flatMap(trial::at)
                    .filter(other -> other.sides().equals(outcome.sides()))
                    .isPresent();
            if (!idle) {
                values.put(entry.name().toString(), value.toString());
            }
        });
        point.indices().forEach((entry, value) -> {
            boolean idle = trial.at(point.with(entry, draw.another(entry, value)))
                    .filter(other -> other.sides().equals(outcome.sides()))
                    .isPresent();
            if (!idle) {
                values.put(entry.name().toString(), value.toString());
            }
        });
        return values;
    }

    /** Names of pairs of sides. */
    static List<String> names(List<dev.orbit.compiler.model.Claim.Sides> sides, dev.orbit.compiler.model.Model model) {
        List<String> names = new ArrayList<>();
        for (dev.orbit.compiler.model.Claim.Sides side : sides) {
            names.add(name(side.left(), model));
        }
        return names;
    }

    /** An expression as people read it. */
    static String name(dev.orbit.compiler.model.Expr expr, dev.orbit.compiler.model.Model model) {
        return expr instanceof dev.orbit.compiler.model.Expr.Gradient gradient
                ? "gradient(" + gradient.of().name() + ")"
                : model.source().slice(expr.span()).replaceAll("\\s+", " ").strip();
    }
}
