package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.model.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides a claim that sides differ: each pair somewhere, in some entry. */
final class UnequalDecision {
    private final Decision decision;
    private final Counterexamples counterexamples;
    private final EqualityProof proof;
    private final int pairs;
    private final List<String> names;

    UnequalDecision(Decision decision, Claim.Fact.NotEqual fact) {
        this.decision = decision;
        this.pairs = fact.sides().size();
        this.names = Counterexamples.names(fact.sides(), decision.model());
        this.counterexamples = new Counterexamples(decision.trial(), names, decision.deadline());
        this.proof = new EqualityProof(decision.prover(), decision.deadline());
    }

    /** What is known of one pair. */
    private record Found(Optional<Counterexample> where, boolean exactly, boolean equal) {}

    Verdict verdict() {
        List<String> grounds = new ArrayList<>();
        Optional<Counterexample> first = Optional.empty();
        boolean proved = true;
        for (int pair = 0; pair < pairs; pair++) {
            Found found = find(pair);
            if (found.equal()) {
                return refuted(pair);
            }
            proved &= found.exactly();
            first = first.or(found::where);
            grounds.add(ground(pair, found));
        }
        return proved
                ? Verdict.proved(decision.claim(), grounds, first)
                : new Verdict(decision.claim(), Verdict.Kind.TESTED, grounds, first, first.isPresent() ? 1 : 0);
    }

    private String ground(int pair, Found found) {
        String side = names.get(pair);
        if (found.where().isEmpty()) {
            return found.exactly()
                    ? side + " differs: its power series is not zero, exactly"
                    : side + ": no point was found at which the sides differ";
        }
        Counterexample where = found.where().get();
        String values = where.left() + " against " + where.right();
        return found.exactly()
                ? side + " differs, exactly: " + values + (where.point().isEmpty() ? "" : " at " + where.point())
                : side + " differs as far as bounds of rounding tell: " + values;
    }

    private Found find(int pair) {
        List<Integer> rows = decision.rows();
        Optional<Counterexample> near = Optional.empty();
        for (int count : rows) {
            Optional<Counterexample> found = counterexamples
                    .different(count, pair, true, Counterexamples.MANY)
                    .found();
            if (found.isPresent()) {
                return new Found(found, true, false);
            }
        }
        for (int count : rows) {
            near = near.or(() -> counterexamples
                    .different(count, pair, false, Counterexamples.MANY)
                    .found());
        }
        if (near.isPresent()) {
            boolean series = rows.stream().anyMatch(count -> new SeriesWitness(decision).differs(count, pair));
            return new Found(near, series, false);
        }
        // of an open number of steps only a few are tried: that they are equal there says nothing of the others
        boolean always =
                !decision.isOpen() || new Induction(decision, names).least(pair).isPresent();
        return new Found(near, false, always && rows.stream().allMatch(count -> equal(count, pair)));
    }

    private boolean equal(int rows, int pair) {
        try {
            return decision.questions(rows).stream()
                    .allMatch(question -> proof.gap(question, pair).isEmpty());
        } catch (Undecidable undecidable) {
            return false;
        }
    }

    /** Both sides are proved to be the same everywhere: any point shows it. */
    private Verdict refuted(int pair) {
        Counterexamples.Search any =
                counterexamples.equal(decision.rows().get(decision.rows().size() - 1), pair);
        if (any.found().isEmpty()) {
            return Verdict.tested(
                    decision.claim(),
                    "the closed forms of " + names.get(pair) + " are equal, but no point shows it",
                    0);
        }
        return Verdict.refuted(decision.claim(), any.found().get());
    }
}
