package dev.orbit.compiler.analyse;

import dev.orbit.compiler.model.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides a claim that sides are equal. */
final class EqualDecision {
    private final Decision decision;
    private final Counterexamples counterexamples;
    private final EqualityProof proof;

    EqualDecision(Decision decision, Claim.Fact.Equal fact) {
        this.decision = decision;
        this.counterexamples = new Counterexamples(
                decision.trial(), Counterexamples.names(fact.sides(), decision.model()), decision.deadline());
        this.proof = new EqualityProof(decision.prover(), decision.deadline());
    }

    Verdict verdict() {
        int points = 0;
        List<Integer> mute = new ArrayList<>();
        for (int rows : decision.rows()) {
            Counterexamples.Search search = counterexamples.unequal(rows);
            if (search.found().isPresent()) {
                return refuted(search.found().get(), rows);
            }
            points += search.agreements();
            if (search.agreements() == 0) {
                mute.add(rows);
            }
        }
        if (points == 0) {
            return Verdict.tested(decision.claim(), "no point was found at which both sides can be computed", 0);
        }
        return proved(points, mute);
    }

    /** A proof of the contrary is a fault of the compiler, unless the difference is that one side is not defined. */
    private Verdict refuted(Counterexample found, int rows) {
        boolean numbers = !found.left().equals("undefined") && !found.right().equals("undefined");
        if (numbers && gap(rows).isEmpty()) {
            throw new WitnessesDisagree(decision.claim().text(), found.point());
        }
        return Verdict.refuted(decision.claim(), found);
    }

    private Verdict proved(int points, List<Integer> mute) {
        List<String> gaps = new ArrayList<>();
        for (int rows : decision.rows()) {
            // no steps: a mean of nothing is no number, and the claim says nothing
            boolean vacuous = decision.isOpen() && rows == decision.rows().get(0) && mute.contains(rows);
            Optional<String> gap = vacuous ? Optional.empty() : gap(rows);
            gap.ifPresent(gaps::add);
            if (mute.contains(rows) && !vacuous) {
                gaps.add("no point was found at which both sides can be computed");
            }
        }
        if (gaps.isEmpty() && !decision.isOpen()) {
            return Verdict.proved(
                    decision.claim(), List.of("proved" + decision.extent() + ", exactly"), Optional.empty());
        }
        String why = gaps.isEmpty()
                ? "proved exactly" + decision.extent() + ", not tried for more"
                : "tested" + decision.extent() + ": " + gaps.get(0);
        return Verdict.tested(decision.claim(), why, points);
    }

    private Optional<String> gap(int rows) {
        try {
            for (Question question : decision.questions(rows)) {
                Optional<String> gap = proof.gap(question);
                if (gap.isPresent()) {
                    return gap;
                }
            }
            return Optional.empty();
        } catch (Undecidable undecidable) {
            return Optional.of(undecidable.why());
        }
    }
}
