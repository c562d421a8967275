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

/** States and their equations. */
sealed interface StateProblem extends SpecProblem {
    @Code("ORB216")
    record PrimeOnOther(Span span, String name, Role role, Optional<Span> declared) implements StateProblem {
        @Override
        public String message() {
            return "`" + name + "` is " + Words.aRole(role) + "; only a state has a value after the step";
        }

        @Override
        public List<Note> notes() {
            return declared.map(at -> List.of(Note.declaredHere(at, name))).orElse(List.of());
        }

        @Override
        public Optional<String> help() {
            return switch (role) {
                case INTERMEDIATE -> Optional.of("an intermediate has one value in a step: write `" + name + "`");
                case PARAMETER, INPUT, TARGET, LET ->
                    Optional.of("the transpose of a matrix is written `transpose(" + name + ")`");
                case DIM, CONSTANT, STATE, OUTPUT, STEP_INDEX, RUNNING_INDEX, ARGUMENT, LOCAL -> Optional.empty();
            };
        }
    }

    @Code("ORB217")
    record PrimeOutside(Span span, String name, Site site) implements StateProblem {
        @Override
        public String message() {
            return "`" + name + "'` belongs to the step; this is " + site.words();
        }

        @Override
        public Optional<String> help() {
            return site == Site.RESULT || site == Site.CLAIM
                    ? Optional.of("after the last step `" + name + "` is the final value")
                    : Optional.empty();
        }
    }

    @Code("ORB218")
    record NeverSet(Span span, String name) implements StateProblem {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String message() {
            return "no equation sets `" + name + "'`: the state keeps its start value";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `" + name + "' = ...;` in the step, or declare it by `let`");
        }
    }

    @Code("ORB219")
    record SetTwice(Span span, String state, Span first) implements StateProblem {
        @Override
        public String message() {
            return "`" + state + "'` is set twice";
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(first, "`" + state + "'` is set here"));
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a state has one equation; entries set one by one have different written indices");
        }
    }

    @Code("ORB220")
    record UpdatesOther(Span span, String name, Optional<Symbol> found, List<String> states) implements StateProblem {
        @Override
        public String message() {
            return "`" + name + "` is " + found.map(s -> Words.aRole(s.role())).orElse("not declared")
                    + "; only a state can be set to `" + name + "'`";
        }

        @Override
        public List<Note> notes() {
            return found.map(s -> List.of(Note.declaredHere(s.span(), name))).orElse(List.of());
        }

        @Override
        public Optional<String> help() {
            return Spelling.didYouMean(name, states)
                    .or(() -> Optional.of(
                            found.map(s -> s.role() == Role.PARAMETER).orElse(false)
                                    ? "a param is the same in all steps; what changes is declared by `state`"
                                    : found.isPresent()
                                            ? "to name a value in the step write another name: `next = ...;`"
                                            : "declare it: `state " + name + " = ...;`"));
        }
    }

    @Code("ORB221")
    record PlainState(Span span, String name, Span declared) implements StateProblem {
        @Override
        public String message() {
            return "`" + name + "` is a state; its value after the step is `" + name + "'`";
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(declared, name));
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `" + name + "' = ...;`");
        }
    }
}
