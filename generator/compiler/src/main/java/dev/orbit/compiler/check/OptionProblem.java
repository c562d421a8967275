package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Problem;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.diagnostic.Spelling;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** What was chosen outside the spec does not belong to it. */
sealed interface OptionProblem extends Problem {
    @Code("ORB520")
    record UnknownDim(String name, int value, List<String> dims) implements OptionProblem {
        @Override
        public String message() {
            return "there is no dim `" + name + "` to be " + value;
        }

        @Override
        public Optional<String> help() {
            return Spelling.didYouMean(name, dims);
        }
    }

    @Code("ORB521")
    record NegativeDim(String name, int value) implements OptionProblem {
        @Override
        public String message() {
            return "the dim `" + name + "` cannot be " + value;
        }
    }

    @Code("ORB522")
    record UnknownFunction(Span span, String name, List<String> functions) implements OptionProblem, SpecProblem {
        @Override
        public String message() {
            return "the model has no function `" + name + "` to be bound";
        }

        @Override
        public Optional<String> help() {
            return Spelling.didYouMean(name, functions);
        }
    }

    @Code("ORB523")
    record ParameterCount(Span span, String name, int given, int wanted) implements OptionProblem, SpecProblem {
        @Override
        public String message() {
            return "`" + name + "` takes " + Words.count(wanted, "argument") + ", not " + given;
        }
    }
}
