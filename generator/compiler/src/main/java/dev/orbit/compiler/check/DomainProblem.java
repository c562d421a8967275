package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers outside the range where something is defined, and derivatives that do not exist. */
sealed interface DomainProblem extends SpecProblem {
    @Code("ORB401")
    record DifferentiatesIndex(Span span, String name, Span declared) implements DomainProblem {
        @Override
        public String message() {
            return "`" + name + "` is an index: there is no derivative by it";
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(declared, name));
        }
    }

    @Code("ORB402")
    record DifferentiatesOther(Span span, String name, Role role, Span declared) implements DomainProblem {
        @Override
        public String message() {
            return "`" + name + "` is " + Words.aRole(role) + "; gradients are by params and inputs";
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(declared, name));
        }

        @Override
        public Optional<String> help() {
            return role == Role.STATE
                    ? Optional.of("differentiate the param or input that starts it")
                    : Optional.empty();
        }
    }

    @Code("ORB403")
    record EmptyInterval(Span span, String name, String low, String high) implements DomainProblem {
        @Override
        public String message() {
            return "the interval of `" + name + "` is empty: `" + low + "` is not less than `" + high + "`";
        }
    }

    @Code("ORB404")
    record StartOutside(Span span, String words, String name, String interval, Span at) implements DomainProblem {
        @Override
        public String message() {
            return "`" + words + "` is not inside the interval of `" + name + "`";
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(at, "the interval is open: its ends do not belong to it"));
        }
    }

    @Code("ORB405")
    record LaterParameter(Span span, String name, String later, Span declared) implements DomainProblem {
        @Override
        public String message() {
            return "the interval of `" + name + "` reads `" + later + "`, which is "
                    + (later.equals(name) ? "the same param" : "declared later");
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(declared, later));
        }

        @Override
        public Optional<String> help() {
            return later.equals(name) ? Optional.empty() : Optional.of("declare `" + later + "` first");
        }
    }

    @Code("ORB406")
    record IndexTooWide(
            Span span, String words, Datum.IndexRange range, Optional<Span> declared, Operand of, Extent extent)
            implements DomainProblem {
        @Override
        public String message() {
            return "`" + words + "` is in " + range.first() + ".." + range.last() + ", but `" + of.words()
                    + "` has only the places 1.." + extent.explained();
        }

        @Override
        public List<Note> notes() {
            return Stream.concat(declared.stream().map(at -> Note.declaredHere(at, words)), Stream.of(of.note()))
                    .toList();
        }
    }

    @Code("ORB407")
    record EmptyIndexRange(Span span, String words, int first, int last) implements DomainProblem {
        @Override
        public String message() {
            return "no index is in `" + words + "`: " + first + " is greater than " + last;
        }
    }

    @Code("ORB408")
    record NegativeSteps(Span span, int count) implements DomainProblem {
        @Override
        public String message() {
            return "the step cannot be applied " + count + " times";
        }
    }

    @Code("ORB409")
    record NeverReaches(Span span, String name, Role role) implements DomainProblem {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String message() {
            return "the " + role.word() + " `" + name + "` never reaches the loss: its gradient is always zero";
        }
    }

    @Code("ORB410")
    record OnlyDecides(Span span, String name, Role role) implements DomainProblem {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String message() {
            return "the " + role.word() + " `" + name
                    + "` reaches the loss only through conditions, indices or `sign`: its gradient is zero wherever it exists";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a slope comes from smooth steps such as `sigmoid(k * (x - a))`");
        }
    }

    @Code("ORB411")
    record NotANumber(Span span, String words) implements DomainProblem {
        @Override
        public String message() {
            return "`" + words + "` is not a number, whatever the data";
        }
    }

    @Code("ORB412")
    record DivisionByZero(Span span, String words) implements DomainProblem {
        @Override
        public String message() {
            return "this divides by `" + words + "`, which is zero";
        }
    }

    @Code("ORB413")
    record LagTooShort(Span span, long least) implements DomainProblem {
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
    record LagTooLong(Span span, String words, long least, int steps) implements DomainProblem {
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

    @Code("ORB415")
    record DerivativeOfMany(Span span, String name, Optional<Span> declared) implements DomainProblem {
        @Override
        public String message() {
            return "`" + name + "'` is the derivative of a function of one variable; this is not one";
        }

        @Override
        public List<Note> notes() {
            return declared.map(at -> List.of(Note.declaredHere(at, name))).orElse(List.of());
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    "declare a function of the variable that is meant: `function g(u) = " + name + "(u, ...);`");
        }
    }

    @Code("ORB416")
    record NegativeRepeat(Span span, int least) implements DomainProblem {
        @Override
        public String message() {
            return "a function is repeated 0 times or more, not " + least;
        }
    }

    @Code("ORB417")
    record DrawArguments(Span span, String words, Init.Distribution distribution) implements DomainProblem {
        @Override
        public String message() {
            return "`" + words + "` has nothing to draw from: "
                    + (distribution == Init.Distribution.NORMAL
                            ? "the standard deviation is negative"
                            : "low is greater than high");
        }
    }

    @Code("ORB418")
    record DrawNeedsMatrix(Span span, String name, Symbol parameter) implements DomainProblem {
        @Override
        public String message() {
            return "`" + name + "()` draws a matrix; `" + parameter.name() + "` is "
                    + (parameter.shape().isScalar() ? "a scalar" : parameter.shape());
        }

        @Override
        public List<Note> notes() {
            return List.of(Note.declaredHere(parameter.span(), parameter.name()));
        }

        @Override
        public Optional<String> help() {
            return Optional.of("draw it by `normal(mean, sd)` or `uniform(low, high)`");
        }
    }

    @Code("ORB419")
    record ClampReversed(Span span, String low, String high) implements DomainProblem {
        @Override
        public String message() {
            return "nothing lies between `" + low + "` and `" + high + "`: the first is greater";
        }
    }

    @Code("ORB420")
    record WrongSteps(Span span, String words, boolean early) implements DomainProblem {
        @Override
        public String message() {
            return early
                    ? "`" + words + "` begins before the first row of the per-step data, which is 1"
                    : "`" + words + "` runs backwards";
        }
    }
}
