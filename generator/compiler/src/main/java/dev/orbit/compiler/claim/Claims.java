package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Model;
import java.time.Duration;
import java.util.List;

/** Decides the claims of models. */
public final class Claims {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Prover prover;
    private final Duration limit;

    /** Decides with Symja, which is started when a claim first needs it. */
    public Claims() {
        this(Prover.symbolic(LIMIT), LIMIT);
    }

    /**
     * Decides with another prover.
     *
     * @param limit how long one claim may take; what takes longer is tested only
     */
    public Claims(Prover prover, Duration limit) {
        this.prover = prover;
        this.limit = limit;
    }

    /**
     * One verdict for each claim, in order.
     *
     * @throws WitnessesDisagree when a proof is contradicted: a fault in the compiler
     */
    public List<Verdict> decide(Model model) {
        return model.claims().stream().map(claim -> decide(model, claim)).toList();
    }

    /** Reports what was not proved: refuted claims are errors, tested ones warnings. */
    public static void report(Model model, List<Verdict> verdicts, Diagnostics diagnostics) {
        for (Verdict verdict : verdicts) {
            Claim claim = verdict.claim();
            switch (verdict.kind()) {
                case PROVED -> {
                    // nothing to say
                }
                case REFUTED ->
                    diagnostics.report(
                            model.source(),
                            new ClaimOutcome.Refuted(
                                    claim.span(),
                                    claim.text(),
                                    verdict.witness().orElseThrow(),
                                    !(claim.fact() instanceof Claim.Fact.NotEqual)));
                case TESTED ->
                    diagnostics.report(
                            model.source(),
                            new ClaimOutcome.Tested(
                                    claim.span(),
                                    claim.text(),
                                    verdict.points(),
                                    String.join("; ", verdict.grounds())));
            }
        }
    }

    /** The verdict on one claim about a model, whether it is written there or not. */
    Verdict decide(Model model, Claim claim) {
        Deadline deadline = new Deadline(limit);
        try {
            Decision decision = new Decision(model, claim, prover, deadline);
            return claim.fact().match(new Claim.Fact.Cases<>() {
                @Override
                public Verdict equal(Claim.Fact.Equal fact) {
                    return new EqualDecision(decision, fact).verdict();
                }

                @Override
                public Verdict notEqual(Claim.Fact.NotEqual fact) {
                    return new UnequalDecision(decision, fact).verdict();
                }

                @Override
                public Verdict order(Claim.Fact.Order fact) {
                    return new OrderDecision(decision, fact).verdict();
                }
            });
        } catch (Undecidable gap) {
            return Verdict.tested(claim, gap.why(), 0);
        }
    }
}
