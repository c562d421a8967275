package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.diagnostic.Spelling;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Functions that are unknown, recursive, or called in a way they cannot be. */
sealed interface FunctionProblem extends SpecProblem {
    @Code("ORB202")
    record UnknownFunction(Span span, String name, List<String> functions) implements FunctionProblem {
        @Override
        public String message() {
            return "there is no function `" + name + "`";
        }

        @Override
        public Optional<String> help() {
            return Spelling.didYouMean(name, functions)
                    .or(() -> Optional.of("declare it: `function " + name
                            + "(...) = ...;`, or leave the body out to supply it in Java"));
        }
    }

    @Code("ORB204")
    record FunctionTwice(Span span, String name, Span first) implements FunctionProblem {
        @Override
        public String message() {
            return "the function `" + name + "` is declared twice";
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(first, name));
        }
    }

    @Code("ORB206")
    record Recursion(Span span, List<String> path) implements FunctionProblem {
        @Override
        public String message() {
            String names = path.stream().map(n -> "`" + n + "`").collect(Collectors.joining(" calls "));
            return names + " calls `" + path.get(0) + "`: functions may not be recursive";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("what repeats is a `step`, or `repeat(f, m, z)`");
        }
    }

    @Code("ORB207")
    record CallsItself(Span span, String name) implements FunctionProblem {
        @Override
        public String message() {
            return "`" + name + "` is handed to itself and calls itself again: functions may not be recursive";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("what repeats is a `step`, or `repeat(f, m, z)`");
        }
    }

    @Code("ORB208")
    record FunctionAsValue(Span span, String name) implements FunctionProblem {
        @Override
        public String message() {
            return "`" + name + "` is a function, not a value";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("call it: `" + name + "(...)`");
        }
    }

    @Code("ORB209")
    record ValueAsFunction(Span span, String name, Role role, Optional<Span> declared) implements FunctionProblem {
        @Override
        public String message() {
            return "`" + name + "` is " + Words.aRole(role) + ", not a function";
        }

        @Override
        public List<Note> notes() {
            return declared.map(at -> List.of(Note.declaredHere(at, name))).orElse(List.of());
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a product is written `" + name + " * (...)`, an entry `" + name + "[...]`");
        }
    }

    @Code("ORB215")
    record WrongCount(Span span, String name, int given, int least, int most, Optional<Span> declared)
            implements FunctionProblem {
        @Override
        public String message() {
            return "`" + name + "` takes " + wanted() + ", not " + given;
        }

        static WrongCount of(Expression.Call call, List<Integer> arity, Optional<Span> declared) {
            return new WrongCount(
                    call.span(), call.function().text(), call.arguments().size(), arity.get(0), arity.get(1), declared);
        }

        private String wanted() {
            if (most == Integer.MAX_VALUE) {
                return "at least " + Words.count(least, "argument");
            }
            return least == most ? Words.count(least, "argument") : least + " to " + Words.count(most, "argument");
        }

        @Override
        public List<Note> notes() {
            return declared.map(at -> List.of(Note.declaredHere(at, name))).orElse(List.of());
        }
    }

    @Code("ORB242")
    record FunctionExpected(Span span, String words, String to) implements FunctionProblem {
        @Override
        public String message() {
            return "`" + to + "` takes a function here; `" + words + "` is not one that can be handed over";
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    "write the bare name of a function; to hand over an expression declare `function f(u) = ...;`");
        }
    }

    @Code("ORB243")
    record NotReducing(Span span, String name) implements FunctionProblem {
        @Override
        public String message() {
            return "`" + name + "` does not reduce over a range or over steps";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("those that do are `sum`, `mean`, `max`, `min` and `logsumexp`");
        }
    }

    @Code("ORB244")
    record BuiltInReplaced(Span span, String name) implements FunctionProblem {
        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String message() {
            return "this declaration replaces the built-in function `" + name + "`";
        }
    }

    @Code("ORB250")
    record ReservedFunction(Span span, String name) implements FunctionProblem {
        @Override
        public String message() {
            return "`" + name + "` is part of the language; it cannot be declared as a function";
        }
    }

    @Code("ORB251")
    record WrongUse(Span span, String name, int wanted) implements FunctionProblem {
        @Override
        public String message() {
            return "`" + name + "` is not a function of " + Words.count(wanted, "value");
        }
    }

    @Code("ORB232")
    record DrawOutsideInit(Span span, String name) implements FunctionProblem {
        @Override
        public String message() {
            return "`" + name + "` draws a start value; it may only stand alone as a value of an `init`";
        }
    }
}
