package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers outside the range where something is defined, and derivatives that do not exist. */
sealed interface DomainProblem extends SpecProblem {
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
}
