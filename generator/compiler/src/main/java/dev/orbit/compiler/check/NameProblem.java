package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.diagnostic.Spelling;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names that are unknown, declared twice, in a circle or for nothing. */
sealed interface NameProblem extends SpecProblem {
    @Code("ORB201")
    record Unknown(Span span, String name, List<String> names) implements NameProblem {
        @Override
        public String message() {
            return "`" + name + "` is not declared";
        }

        @Override
        public Optional<String> help() {
            return Spelling.didYouMean(name, names);
        }
    }

    @Code("ORB203")
    record DeclaredTwice(Span span, String name, Span first) implements NameProblem {
        @Override
        public String message() {
            return "`" + name + "` is declared twice";
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(first, name));
        }

        @Override
        public Optional<String> help() {
            return Optional.of("each name is declared once; give one of them another name");
        }
    }

    @Code("ORB205")
    record Cycle(List<Name> path) implements NameProblem {
        @Override
        public Span span() {
            return path.get(0).span();
        }

        @Override
        public String message() {
            String names = path.stream().map(n -> "`" + n.text() + "`").collect(Collectors.joining(" needs "));
            return names + " needs `" + path.get(0).text() + "`: a circle";
        }

        @Override
        public List<Note> notes() {
            return path.stream()
                    .skip(1)
                    .map(n -> Note.declaredHere(n.span(), n.text()))
                    .toList();
        }
    }

    @Code("ORB222")
    record Unused(Span span, String name, String word) implements NameProblem {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String message() {
            return "the " + word + " `" + name + "` is never used";
        }
    }

    @Code("ORB223")
    record PiRedeclared(Span span) implements NameProblem {
        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String message() {
            return "`pi` now means what is declared here, not the circle number";
        }
    }

    @Code("ORB224")
    record SecondOpenDim(Span span, String name, Span first) implements NameProblem {
        @Override
        public String message() {
            return "`" + name + "` is a second dim without a value; only the number of steps may be open";
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(first, "this dim has no value either"));
        }

        @Override
        public Optional<String> help() {
            return Optional.of("give `" + name + "` a value: `dim " + name + " = ...;`");
        }
    }

    @Code("ORB225")
    record OpenDimNotSteps(Span span, String name) implements NameProblem {
        @Override
        public String message() {
            return "`" + name + "` has no value, and it is not the number of steps";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("give it a value, or write `iterate " + name + ";`");
        }
    }

    @Code("ORB229")
    record NothingToCompute(Span span) implements NameProblem {
        @Override
        public String message() {
            return "the model has no `loss`, `residual`, `penalty` or `output`: there is nothing to compute";
        }
    }

    @Code("ORB233")
    record ListedTwice(Span span, String name, Span first) implements NameProblem {
        @Override
        public String message() {
            return "`" + name + "` is listed twice";
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(first, "`" + name + "` is listed here"));
        }
    }

    @Code("ORB234")
    record InitOfOther(Span span, String name, Optional<Symbol> found, List<String> parameters) implements NameProblem {
        @Override
        public String message() {
            return "`" + name + "` is " + found.map(s -> Words.aRole(s.role())).orElse("not declared")
                    + "; an init sets params";
        }

        @Override
        public List<Note> notes() {
            return found.map(s -> List.of(Note.declaredHere(s.span(), name))).orElse(List.of());
        }

        @Override
        public Optional<String> help() {
            return Spelling.didYouMean(name, parameters);
        }
    }

    @Code("ORB236")
    record InitIncomplete(Span span, String name, List<String> missing) implements NameProblem {
        @Override
        public String message() {
            return "`" + name + "` says nothing of "
                    + missing.stream().map(p -> "`" + p + "`").collect(Collectors.joining(", "));
        }

        @Override
        public Optional<String> help() {
            return Optional.of("set it here, or give it a start value where it is declared: `param " + missing.get(0)
                    + " = ...;`");
        }
    }

    @Code("ORB237")
    record InitTwice(Span span, String name, Span first) implements NameProblem {
        @Override
        public String message() {
            return "there are two inits of the name `" + name + "`";
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(first, name));
        }
    }

    @Code("ORB247")
    record NestedTooDeep(Span span) implements NameProblem {
        @Override
        public String message() {
            return "with the functions that are called put in, this is nested more than " + Depth.LIMIT
                    + " levels deep";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("name a part of it by a `let`");
        }
    }

    @Code("ORB248")
    record ParameterTwice(Span span, String name, String function) implements NameProblem {
        @Override
        public String message() {
            return "`" + name + "` is declared twice in the function `" + function + "`";
        }
    }

    @Code("ORB249")
    record IndexTwice(Span span, String name) implements NameProblem {
        @Override
        public String message() {
            return "`" + name + "` already runs in a range around this one";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("give the inner index another name");
        }
    }
}
