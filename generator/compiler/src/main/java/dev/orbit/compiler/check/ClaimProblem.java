package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.diagnostic.Spelling;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Claims that do not say what can be proved. */
sealed interface ClaimProblem extends SpecProblem {
    @Code("ORB601")
    record UnknownInit(Span span, String name, List<String> inits) implements ClaimProblem {
        @Override
        public String message() {
            return "there is no init `" + name + "`";
        }

        @Override
        public Optional<String> help() {
            return Spelling.didYouMean(name, inits)
                    .or(() -> Optional.of("to say the values here write `at { p = ...; }`"));
        }
    }

    @Code("ORB602")
    record GradientOfOther(Span span, String words, Optional<Symbol> found) implements ClaimProblem {
        @Override
        public String message() {
            return "there is no gradient by `" + words + "`"
                    + found.map(s -> ", " + Words.aRole(s.role())).orElse("");
        }

        @Override
        public List<Note> notes() {
            return found.map(s -> List.of(Note.declaredHere(s.span(), words))).orElse(List.of());
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a gradient is by a param, or by an input once per example");
        }
    }

    @Code("ORB603")
    record SidesDiffer(Span span, Operand left, Operand right) implements ClaimProblem {
        @Override
        public String message() {
            return left.is() + ", " + right.is() + "; they are compared entry by entry";
        }

        @Override
        public List<Note> notes() {
            return Stream.of(left, right).flatMap(o -> o.declaration().stream()).toList();
        }
    }

    @Code("ORB604")
    record GradientOfSeveral(Span span) implements ClaimProblem {
        @Override
        public String message() {
            return "a gradient by several params stands alone on a side, opposite a scalar or as many gradients";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write one claim for each, or `gradient(a, b) == 0`");
        }
    }

    @Code("ORB605")
    record SetsOther(Span span, Symbol found) implements ClaimProblem {
        @Override
        public String message() {
            return "`" + found.name() + "` is " + Words.aRole(found.role())
                    + "; `at` sets params, inputs and constants";
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(found.span(), found.name()));
        }

        @Override
        public Optional<String> help() {
            return found.role() == Role.STATE ? Optional.of("set the param or input that starts it") : Optional.empty();
        }
    }

    @Code("ORB606")
    record OnlyInClaim(Span span, String words) implements ClaimProblem {
        @Override
        public String message() {
            return "`" + words + "` has a meaning only in claims";
        }
    }

    @Code("ORB607")
    record OrderForm(Span span, boolean inClaim) implements ClaimProblem {
        @Override
        public String message() {
            return inClaim
                    ? "an order stands alone on the left: `order(gradient(d), epsilon) == 2`"
                    : "`order` has a meaning only in claims";
        }
    }

    @Code("ORB608")
    record OrderInOther(Span span, String words) implements ClaimProblem {
        @Override
        public String message() {
            return "`" + words + "` is not a constant: an order is taken as a constant tends to 0";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("declare `constant epsilon = 0.001;`");
        }
    }

    @Code("ORB610")
    record ClaimTwice(Span span, String text, Span first) implements ClaimProblem {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String message() {
            return "there are two claims with the text \"" + text + "\"";
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(first, "the first is here"));
        }
    }
}
