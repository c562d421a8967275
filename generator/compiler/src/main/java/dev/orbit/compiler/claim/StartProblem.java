package dev.orbit.compiler.claim;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.source.Span;
import java.util.Optional;

/** What is suspicious of a start, and may be meant. */
sealed interface StartProblem extends SpecProblem {
    /** A gradient is exactly zero there. */
    @Code("ORB423")
    record Dead(Span span, String start, String parameter, String why, String next) implements StartProblem {
        @Override
        public String message() {
            return "at the start `" + start + "` the gradient of `" + parameter + "` is zero: " + why + "; " + next;
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public Optional<String> help() {
            return Optional.of("`orbit explain SPEC --starts` tells what each start does, with proofs where it can");
        }
    }
}
