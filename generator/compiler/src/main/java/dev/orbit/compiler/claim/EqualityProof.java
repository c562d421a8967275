package dev.orbit.compiler.claim;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.symbolic.Verdict;
import java.util.List;
import java.util.Optional;

/** Proves the sides of a claim equal, entry by entry. */
final class EqualityProof {
    private final Prover prover;
    private final Deadline deadline;

    EqualityProof(Prover prover, Deadline deadline) {
        this.prover = prover;
        this.deadline = deadline;
    }

    /** Why it is not proved; nothing when it is. */
    Optional<String> gap(Question question) {
        for (int pair = 0; pair < question.pairs(); pair++) {
            Optional<String> gap = gap(question, pair);
            if (gap.isPresent()) {
                return gap;
            }
        }
        return Optional.empty();
    }

    /** Why one pair of sides is not proved equal; nothing when it is. */
    Optional<String> gap(Question question, int pair) {
        for (List<Formula> entry : question.entries(pair)) {
            Optional<String> gap = gap(entry.get(0), entry.get(1), question);
            if (gap.isPresent()) {
                return gap;
            }
        }
        return Optional.empty();
    }

    private Optional<String> gap(Formula left, Formula right, Question question) {
        if (deadline.isPast()) {
            return Optional.of("the proof takes too long");
        }
        return prover.decideEqual(left, right, question.assumptions(), deadline.left())
                .match(new Verdict.Cases<>(
                        equal -> Optional.empty(),
                        different -> Optional.of("the closed forms differ"),
                        undecided -> Optional.of(undecided.reason())));
    }

    /** Whether two formulas are proved to be the same. */
    boolean succeeds(Formula left, Formula right, dev.orbit.compiler.symbolic.Assumptions assumptions) {
        return gap(left, right, new Question(List.of(), assumptions)).isEmpty();
    }
}
