package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.model.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides a claim that sides are equal. */
final class EqualDecision {
    private static final String MUTE =
            "no point was found at which the assumptions hold and both sides can be computed";

    /** More steps than this are taken one by one only if there is no other way; no induction begins that late. */
    private static final int MANY = 32;

    private final Decision decision;
    private final Counterexamples counterexamples;
    private final EqualityProof proof;
    private final List<String> names;

    EqualDecision(Decision decision, Claim.Fact.Equal fact) {
        this.decision = decision;
        this.names = Counterexamples.names(fact.sides(), decision.model());
        this.counterexamples = new Counterexamples(decision.trial(), names, decision.deadline());
        this.proof = new EqualityProof(decision.prover(), decision.deadline());
    }

    Verdict verdict() {
        if (!decision.isOpen() && decision.steps(decision.lastRows()) > MANY) {
            OptionalInt least = induction();
            if (least.isPresent()) {
                return Verdict.proved(
                        decision.claim(), List.of("proved " + everyNumber(least.getAsInt())), Optional.empty());
            }
        }
        Verdict first = verdict(Counterexamples.FEW);
        return first.kind() == Verdict.Kind.TESTED ? verdict(Counterexamples.MANY, first) : first;
    }

    /** Where a few points show no difference, a proof is tried. */
    private Verdict verdict(int enough) {
        int points = 0;
        List<Integer> mute = new ArrayList<>();
        for (int rows : decision.rows()) {
            Counterexamples.Search search = counterexamples.unequal(rows, enough);
            if (search.found().isPresent()) {
                return refuted(search.found().get(), rows);
            }
            points += search.agreements();
            if (search.agreements() == 0) {
                mute.add(rows);
            }
        }
        return decision.isOpen() ? open(points, mute) : fixed(points);
    }

    /** Where there is no proof, many points are looked at. */
    private Verdict verdict(int enough, Verdict unproved) {
        int points = 0;
        for (int rows : decision.rows()) {
            Counterexamples.Search search = counterexamples.unequal(rows, enough);
            if (search.found().isPresent()) {
                return refuted(search.found().get(), rows);
            }
            points += search.agreements();
        }
        return new Verdict(decision.claim(), Verdict.Kind.TESTED, unproved.grounds(), unproved.witness(), points);
    }

    private Verdict fixed(int points) {
        Optional<String> gap =
                points == 0 ? Optional.of(MUTE) : gap(decision.rows().get(0));
        OptionalInt least = induction();
        List<String> grounds = new ArrayList<>();
        if (gap.isEmpty()) {
            grounds.add("proved" + decision.extent() + ", exactly");
        }
        boolean covers = least.isPresent()
                && least.getAsInt() <= decision.steps(decision.rows().get(0));
        if (least.isPresent() && (covers || gap.isEmpty())) {
            grounds.add("proved " + everyNumber(least.getAsInt()));
        }
        return gap.isEmpty() || covers
                ? Verdict.proved(decision.claim(), grounds, Optional.empty())
                : Verdict.tested(decision.claim(), (points == 0 ? "" : tested()) + gap.get(), points);
    }

    private String tested() {
        return "tested" + decision.extent() + ": ";
    }

    private static String everyNumber(int least) {
        String from = least == 0 ? "" : " from " + least + " on";
        return "for every number of steps" + from + ", by induction over the step";
    }

    private OptionalInt induction() {
        return decision.unending()
                .map(open -> new Induction(open, names).least())
                .orElse(OptionalInt.empty());
    }

    private Verdict open(int points, List<Integer> mute) {
        List<String> gaps = new ArrayList<>();
        for (int rows : decision.rows()) {
            // no steps: a mean of nothing is no number, and the claim says nothing
            boolean vacuous = decision.isOpen() && rows == decision.rows().get(0) && mute.contains(rows);
            Optional<String> gap = vacuous ? Optional.empty() : gap(rows);
            gap.ifPresent(gaps::add);
            if (mute.contains(rows) && !vacuous) {
                gaps.add(MUTE);
            }
        }
        if (points == 0 || !gaps.isEmpty()) {
            return Verdict.tested(decision.claim(), points == 0 ? MUTE : tested() + gaps.get(0), points);
        }
        OptionalInt least = induction();
        boolean covers = least.isPresent() && least.getAsInt() <= decision.steps(decision.lastRows()) + 1;
        return covers
                ? Verdict.proved(
                        decision.claim(),
                        List.of("proved exactly" + decision.extent(), "proved " + everyNumber(least.getAsInt())),
                        Optional.empty())
                : Verdict.tested(
                        decision.claim(),
                        "proved exactly" + decision.extent() + "; no induction shows it for more",
                        points);
    }

    /** A proof of the contrary is a fault of the compiler, unless the difference is that one side is not defined. */
    private Verdict refuted(Counterexample found, int rows) {
        boolean numbers = !found.left().equals("undefined") && !found.right().equals("undefined");
        if (numbers && gap(rows).isEmpty()) {
            throw new WitnessesDisagree(decision.claim().text(), found.point());
        }
        return Verdict.refuted(decision.claim(), found);
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
