package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.source.Span;
import java.util.Optional;

/** How often, and how far back: numbers of steps out of their range. */
sealed interface CountProblem extends SpecProblem {
    @Code("ORB408")
    record NegativeSteps(Span span, int count) implements CountProblem {
        @Override
        public String message() {
            return "the step cannot be applied " + count + " times";
        }
    }

    @Code("ORB413")
    record LagTooShort(Span span, long least) implements CountProblem {
        @Override
        public String message() {
            return "a lag looks back " + (least == 0 ? "at least one step here" : "0 steps or more") + ", not " + least;
        }

        @Override
        public Optional<String> help() {
            return least == 0 ? Optional.of("the value of the same step is just its name") : Optional.empty();
        }
    }

    @Code("ORB414")
    record LagTooLong(Span span, String words, long least, int steps) implements CountProblem {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String message() {
            return "there are " + Words.count(steps, "step") + ", so a lag of `" + words
                    + "` never sees anything but what stands before it";
        }
    }

    @Code("ORB421")
    record LagFarBack(Span span, String words) implements CountProblem {
        @Override
        public String message() {
            return "a lag of `" + words + "` looks back more than " + Lags.LONGEST + " steps";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("what is that long ago is data of its own: another `input ... per step`");
        }
    }

    @Code("ORB416")
    record NegativeRepeat(Span span, int least) implements CountProblem {
        @Override
        public String message() {
            return "a function is repeated 0 times or more, not " + least;
        }
    }

    @Code("ORB420")
    record WrongSteps(Span span, String words, boolean early) implements CountProblem {
        @Override
        public String message() {
            return early
                    ? "`" + words + "` begins before the first row of the per-step data, which is 1"
                    : "`" + words + "` runs backwards";
        }
    }
}
