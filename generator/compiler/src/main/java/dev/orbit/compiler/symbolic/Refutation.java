package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Traversal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Looks for a point at which two formulas differ: first with small whole numbers, then with larger ones and fractions.
 * Where only the four operations and abstract functions occur, numbers are exact; otherwise they have bounds, and two
 * that are not clearly apart are not told apart.
 */
final class Refutation {
    private static final int TRIES = 400;
    private static final int ENOUGH = 24;

    private final Formula left;
    private final Formula right;
    private final Assumptions assumptions;
    private final Random random = new Random(5_05);

    /**
     * How a try went. When the formulas neither agreed nor differed, it was no point of the domain, or it broke an
     * assumption, or nothing could be told.
     */
    record Outcome(boolean agreed, Optional<Witness> witness) {
        static final Outcome NOTHING = new Outcome(false, Optional.empty());
        static final Outcome AGREED = new Outcome(true, Optional.empty());

        static Outcome differed(Witness witness) {
            return new Outcome(false, Optional.of(witness));
        }
    }

    Refutation(Formula left, Formula right, Assumptions assumptions) {
        this.left = left;
        this.right = right;
        this.assumptions = assumptions;
    }

    /** What a search found. */
    record Found(Optional<Witness> witness, int agreements) {}

    /** The first point at which they differ, and at how many they agreed before. */
    Found search() {
        boolean exact = ExactTrial.isPossible(List.of(left, right));
        List<Formula> all = new ArrayList<>(assumptions.facts());
        all.addAll(List.of(left, right));
        List<Formula.Symbol> symbols = Traversal.symbols(all);
        int agreements = 0;
        for (int i = 0; i < TRIES && agreements < ENOUGH; i++) {
            Map<Name, Rational> point = point(symbols, i);
            Outcome outcome = exact
                    ? new ExactTrial(point, random).compare(left, right, assumptions)
                    : new BoundedTrial(point, random).compare(left, right, assumptions);
            if (outcome.witness().isPresent()) {
                return new Found(outcome.witness(), agreements);
            }
            agreements += outcome.agreed() ? 1 : 0;
        }
        return new Found(Optional.empty(), agreements);
    }

    private Map<Name, Rational> point(List<Formula.Symbol> symbols, int attempt) {
        Map<Name, Rational> point = new LinkedHashMap<>();
        symbols.forEach(symbol -> point.put(symbol.name(), small(random, attempt)));
        return point;
    }

    /** A number other than 0; the later the attempt, the larger, and the more often a fraction. */
    static Rational small(Random random, int attempt) {
        int numerator = 1 + random.nextInt(2 + attempt / 4);
        int denominator = 1 + random.nextInt(1 + attempt / 4);
        return Rational.of(random.nextInt(3) == 0 ? -numerator : numerator, denominator);
    }
}
