package dev.orbit.compiler.claim;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.source.Span;
import java.util.Optional;

/** What is to be said of a claim that was not proved. */
sealed interface ClaimOutcome extends SpecProblem {
    /** It fails somewhere. */
    @Code("ORB620")
    record Refuted(Span span, String text, Counterexample found, boolean equation) implements ClaimOutcome {
        @Override
        public String message() {
            String point = found.point().isEmpty() ? "" : " at " + found.point();
            String right = equation ? ", not " : " and the other side ";
            return "the claim \"" + text + "\" is false: " + found.of() + " is " + found.left() + right + found.right()
                    + point;
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    "a claim holds for all values of what it leaves free: `at { p = value; }` gives values, `assuming` restricts abstract functions, data and the number of steps");
        }
    }

    /** It was neither proved nor refuted. */
    @Code("ORB621")
    record Tested(Span span, String text, int points, String why) implements ClaimOutcome {
        @Override
        public String message() {
            String held = points == 0
                    ? "the claim \"" + text + "\" was neither proved nor tested"
                    : "the claim \"" + text + "\" is not proved, but held at " + points + " random "
                            + (points == 1 ? "point" : "points");
            return held + ": " + why;
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }
    }
}
