package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.source.Span;
import java.util.Optional;

/** Numbers and conditions in each other's place. */
sealed interface TypeProblem extends SpecProblem {
    @Code("ORB344")
    record ConditionAsNumber(Span span, String words) implements TypeProblem {
        @Override
        public String message() {
            return "`" + words + "` is a condition, not a number";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `if " + words + " then 1 else 0`");
        }
    }

    @Code("ORB345")
    record NumberAsCondition(Span span, String words, boolean scalar) implements TypeProblem {
        @Override
        public String message() {
            return "`" + words + "` is not a condition";
        }

        @Override
        public Optional<String> help() {
            return scalar ? Optional.of("compare it: `" + words + " != 0`") : Optional.empty();
        }
    }
}
