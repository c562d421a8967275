package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** States, intermediates and steps used in a way they cannot be. */
sealed interface StepProblem extends SpecProblem {
    @Code("ORB226")
    record StepWithoutIterate(Span span) implements StepProblem {
        @Override
        public String message() {
            return "nothing says how often the step is applied";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `iterate 3;`, or `iterate T;` with `dim T;`");
        }
    }

    @Code("ORB227")
    record RowsWithoutSteps(Span span, String name) implements StepProblem {
        @Override
        public String message() {
            return "`" + name + "` has a value for each step, but the model has no steps";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `iterate T;` with `dim T;`, or leave `per step` out");
        }
    }

    @Code("ORB228")
    record SecondOf(Span span, String word, Span first) implements StepProblem {
        @Override
        public String message() {
            return "there is a second `" + word + "`";
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(first, "the first is here"));
        }
    }

    @Code("ORB230")
    record LagOfOther(Span span, String words, Optional<Role> role) implements StepProblem {
        @Override
        public String message() {
            return "`lag` cannot look back at `" + words + "`"
                    + role.map(r -> ", " + Words.aRole(r)).orElse("");
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    role.equals(Optional.of(Role.STATE))
                            ? "`" + words + "` is the value before the step: its value k steps earlier is `lag(" + words
                                    + "', k + 1, ...)`"
                            : "it looks back at per-step data, an intermediate or a primed state; name an expression first:"
                                    + " `e = ...;`");
        }
    }

    @Code("ORB231")
    record KnownOfOther(Span span, String words) implements StepProblem {
        @Override
        public String message() {
            return "`known` asks whether a datum is there; `" + words + "` is not an input or target";
        }
    }

    @Code("ORB238")
    record OnlyInStep(Span span, String name, Span declared, Site site) implements StepProblem {
        @Override
        public String message() {
            return site == Site.STEP
                    ? "`" + name + "` is not set in every branch before it is read here"
                    : "`" + name + "` is known only in the step; this is " + site.words();
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(declared, name));
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    site == Site.STEP
                            ? "set it in each branch, the last being `else`"
                            : site == Site.FUNCTION
                                    ? "hand it to the function as an argument"
                                    : "move this into the step, or make it a state");
        }
    }

    @Code("ORB239")
    record LagOfArm(Span span, String name) implements StepProblem {
        @Override
        public String message() {
            return "`" + name + "` is not set in every branch, so it has no earlier value to look back at";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("set it in each branch, the last being `else`");
        }
    }

    @Code("ORB240")
    record ReducedInStep(Span span, Site site, Optional<String> function) implements StepProblem {
        @Override
        public String message() {
            return "a reduction over steps cannot stand in " + site.words()
                    + function.map(f -> "; `" + f + "` contains one").orElse("");
        }

        @Override
        public Optional<String> help() {
            return site == Site.STEP || site == Site.BEFORE
                    ? Optional.of("compute it once, outside the step: `let m = mean(over steps: ...);`")
                    : Optional.empty();
        }
    }

    @Code("ORB241")
    record OutputNeedsTarget(Span span, String output, String target, Span declared, List<String> path)
            implements StepProblem {
        @Override
        public String message() {
            return "the prediction `" + output + "` needs the target `" + target + "`"
                    + (path.size() > 1
                            ? ", through "
                                    + path.stream()
                                            .limit(path.size() - 1L)
                                            .map(p -> "`" + p + "`")
                                            .collect(Collectors.joining(", "))
                            : "");
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(declared, target));
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a target is what prediction does not need: declare `" + target + "` as `input`");
        }
    }

    @Code("ORB245")
    record NotSetInArm(Span span, String state) implements StepProblem {
        @Override
        public String message() {
            return "this branch does not set `" + state + "'`, although another one does";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a state that a branch does not set keeps its value: write `" + state + "`");
        }
    }

    @Code("ORB246")
    record OutputInArm(Span span, String name) implements StepProblem {
        @Override
        public String message() {
            return "the output `" + name + "` stands in a branch; a prediction is made at every step";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("name the value in every branch, and write the `output` after the `if`");
        }
    }

    @Code("ORB252")
    record StepCycle(List<Need> path) implements StepProblem {
        @Override
        public Span span() {
            return path.get(0).at();
        }

        @Override
        public String message() {
            String needs = path.stream()
                    .map(n -> "`" + n.of() + "` needs `" + n.reads() + "`")
                    .collect(Collectors.joining(", "));
            return needs + ": a circle within one step";
        }

        @Override
        public List<Note> notes() {
            return path.stream()
                    .map(n -> new Note(n.at(), "`" + n.of() + "` reads `" + n.reads() + "` here"))
                    .toList();
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    "a plain name of a state is its value before the step; `lag(e, 1, before)` is the value of `e` one step earlier");
        }
    }

    /** What is set ({@code of}) reads what something else sets. */
    record Need(String of, Span statement, String reads, Span at) {}
}
