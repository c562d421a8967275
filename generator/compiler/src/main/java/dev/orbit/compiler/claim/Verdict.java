package dev.orbit.compiler.claim;

import dev.orbit.compiler.model.Claim;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a claim.
 *
 * @param claim the claim
 * @param kind what was found
 * @param grounds the proofs, or what was tried; each a line such as {@code proved for 3 steps, exactly}
 * @param witness REFUTED: where it fails; PROVED of an inequality: where it holds
 * @param points TESTED: at how many random points it held
 */
public record Verdict(Claim claim, Kind kind, List<String> grounds, Optional<Counterexample> witness, int points) {
    public Verdict {
        grounds = List.copyOf(grounds);
    }

    /** What can be found. */
    public enum Kind {
        /** By exact symbolic arithmetic; nothing numeric was trusted. */
        PROVED,
        /** There are values at which it fails. */
        REFUTED,
        /** Neither; it held at random points. */
        TESTED;

        /** As it is shown. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Verdict proved(Claim claim, List<String> grounds, Optional<Counterexample> witness) {
        return new Verdict(claim, Kind.PROVED, grounds, witness, 0);
    }

    static Verdict refuted(Claim claim, Counterexample witness) {
        return new Verdict(claim, Kind.REFUTED, List.of(), Optional.of(witness), 0);
    }

    static Verdict tested(Claim claim, String how, int points) {
        return new Verdict(claim, Kind.TESTED, List.of(how), Optional.empty(), points);
    }
}
