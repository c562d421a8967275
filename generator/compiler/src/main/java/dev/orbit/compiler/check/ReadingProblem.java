package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** Something is read where it is not known yet, or not any more. */
sealed interface ReadingProblem extends SpecProblem {
    @Code("ORB210")
    record StateRead(Span span, Reading of) implements ReadingProblem {
        @Override
        public String message() {
            return of.subject() + " is " + Words.aRole(of.role()) + "; "
                    + of.site().words() + " cannot read " + (of.role() == Role.STATE ? "states" : "outputs");
        }

        @Override
        public List<Note> notes() {
            return of.notes();
        }

        @Override
        public Optional<String> help() {
            return switch (of.site()) {
                case FUNCTION -> Optional.of("hand `" + of.name() + "` to the function as an argument");
                case OVER_STEPS -> Optional.of("write a `loss` inside the step: it is summed over the steps");
                case LET ->
                    Optional.of("a let is computed once, before the first step; inside the step write `name = ...;`");
                case CONSTANT, START, BOUND, PENALTY, STATE_START, BEFORE, STEP, RESULT, CLAIM, SETTING ->
                    Optional.empty();
            };
        }
    }

    @Code("ORB211")
    record RowRead(Span span, Reading of) implements ReadingProblem {
        @Override
        public String message() {
            return of.subject() + " has one value for each step; " + of.site().words() + " is outside the steps";
        }

        @Override
        public List<Note> notes() {
            return of.notes();
        }

        @Override
        public Optional<String> help() {
            return Optional.of("read it inside the step, or reduce it: `sum(over steps: " + of.name() + ")`");
        }
    }

    @Code("ORB212")
    record PenaltyRead(Span span, Reading of) implements ReadingProblem {
        @Override
        public String message() {
            String why = switch (of.role()) {
                case INPUT, TARGET -> " is data";
                case DIM -> " is the number of steps of an example";
                case LET -> " depends on data";
                case CONSTANT, PARAMETER, STATE, INTERMEDIATE, OUTPUT, STEP_INDEX, RUNNING_INDEX, ARGUMENT, LOCAL ->
                    " is not a parameter";
            };
            return of.subject() + why + "; a penalty depends on parameters alone";
        }

        @Override
        public List<Note> notes() {
            return of.notes();
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    "what depends on an example is a `loss`; a penalty counts once however many examples there"
                            + " are");
        }
    }

    @Code("ORB213")
    record FixedRead(Span span, Reading of) implements ReadingProblem {
        @Override
        public String message() {
            return of.subject() + " is " + kind() + "; " + of.site().words() + " reads numbers, dims and constants"
                    + (of.site() == Site.BOUND ? ", and parameters declared earlier" : " only");
        }

        private String kind() {
            return of.role() == Role.DIM ? "a dim without a value" : Words.aRole(of.role());
        }

        @Override
        public List<Note> notes() {
            return of.notes();
        }

        @Override
        public Optional<String> help() {
            return of.site() == Site.CONSTANT && of.role() != Role.DIM
                    ? Optional.of("to name an expression of parameters or data write `let`")
                    : Optional.empty();
        }
    }

    @Code("ORB214")
    record BeforeRead(Span span, Reading of) implements ReadingProblem {
        @Override
        public String message() {
            return of.subject() + " belongs to a step; what stands before a lag is known before the first step";
        }

        @Override
        public List<Note> notes() {
            return of.notes();
        }

        @Override
        public Optional<String> help() {
            return Optional.of("use a number, a param, an input once per example, or a `let`");
        }
    }
}
