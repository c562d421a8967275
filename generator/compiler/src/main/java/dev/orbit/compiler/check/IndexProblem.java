package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** Sizes, indices and ranges that are not whole numbers or lie outside. */
sealed interface IndexProblem extends SpecProblem {
    @Code("ORB314")
    record Outside(Span span, String words, long wrong, Operand of, Extent extent, int axis) implements IndexProblem {
        @Override
        public String message() {
            return "`" + words + "` " + (words.equals(Long.toString(wrong)) ? "is" : "reaches " + wrong + ", which is")
                    + " outside 1.." + extent.explained() + ", the " + place() + " of `" + of.words() + "`";
        }

        private String place() {
            return of.shape().isVector() ? "entries" : axis == 0 ? "rows" : "columns";
        }

        @Override
        public List<Note> notes() {
            return List.of(of.note());
        }

        @Override
        public Optional<String> help() {
            return wrong == 0 ? Optional.of("indices count from 1, as mathematics does") : Optional.empty();
        }
    }

    @Code("ORB315")
    record SubscriptCount(Span span, Operand of, int given) implements IndexProblem {
        @Override
        public String message() {
            return of.is() + "; it takes "
                    + Words.count(of.shape().rank(), "index").replace("indexs", "indices") + ", not " + given;
        }

        @Override
        public List<Note> notes() {
            return List.of(of.note());
        }

        @Override
        public Optional<String> help() {
            return of.shape().isMatrix()
                    ? Optional.of("a row is `" + of.words() + "[i, ..]`, a column `" + of.words() + "[.., j]`")
                    : Optional.empty();
        }
    }

    @Code("ORB316")
    record NegativeSize(Span span, String words, int size) implements IndexProblem {
        @Override
        public String message() {
            return "`" + words + "` is " + size + "; a size is at least 0";
        }
    }

    @Code("ORB317")
    record NotWhole(Span span, String what, String words) implements IndexProblem {
        @Override
        public String message() {
            return what + " is a whole number known when the class is generated; `" + words + "` is not";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("it is made of whole numbers, dims and running indices by `+ - * / ^`");
        }
    }

    @Code("ORB318")
    record Overflow(Span span, String words) implements IndexProblem {
        @Override
        public String message() {
            return "`" + words + "` is too large for a whole number";
        }
    }

    @Code("ORB319")
    record OpenSize(Span span, String what, String name, Optional<Span> declared) implements IndexProblem {
        @Override
        public String message() {
            return "`" + name + "` has no value before the class is used, so it cannot be " + what;
        }

        @Override
        public List<Note> notes() {
            return declared.map(at -> List.of(Note.declaredHere(at, name))).orElse(List.of());
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    "give it a value here, `dim " + name + " = ...;`, or from outside, `-D " + name + "=...`");
        }
    }

    @Code("ORB328")
    record Reversed(Span span, String words, int first, int last) implements IndexProblem {
        @Override
        public String message() {
            return "`" + words + "` runs backwards, from " + first + " to " + last;
        }

        @Override
        public Optional<String> help() {
            return Optional.of("an empty range ends one before it begins");
        }
    }

    @Code("ORB330")
    record NameNotWhole(Span span, String what, String name, Role role, Optional<Span> declared)
            implements IndexProblem {
        @Override
        public String message() {
            return "`" + name + "` is " + Words.aRole(role) + "; " + what
                    + " is a whole number known when the class is generated, or index data";
        }

        @Override
        public List<Note> notes() {
            return declared.map(at -> List.of(Note.declaredHere(at, name))).orElse(List.of());
        }

        @Override
        public Optional<String> help() {
            return switch (role) {
                case CONSTANT -> Optional.of("for a size declare it by `dim " + name + " = ...;`");
                case INPUT, TARGET -> Optional.of("for an index declare its range: `input " + name + " in 1..k`");
                case DIM, PARAMETER, LET, STATE, INTERMEDIATE, OUTPUT -> Optional.empty();
                case STEP_INDEX -> Optional.of("in the step the bare name of data `per step` is the row of this step");
                case RUNNING_INDEX, ARGUMENT, LOCAL -> Optional.empty();
            };
        }
    }

    @Code("ORB331")
    record Inexact(Span span, String words, int dividend, int divisor) implements IndexProblem {
        @Override
        public String message() {
            return "`" + words + "` is " + dividend + " / " + divisor + ", not a whole number";
        }
    }

    @Code("ORB333")
    record TooLarge(Span span, String shape, long entries) implements IndexProblem {
        @Override
        public String message() {
            return shape + " has " + entries + " entries; a value has at most " + Sizes.MOST_ENTRIES;
        }
    }

    @Code("ORB334")
    record TooManyTerms(Span span, int most) implements IndexProblem {
        @Override
        public String message() {
            return "the value of each index must be known here, and this has more than " + most + " terms";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("use indices only where the size of nothing depends on them");
        }
    }

    @Code("ORB341")
    record TooManySizes(Span span, int given) implements IndexProblem {
        @Override
        public String message() {
            return "a shape has at most two sizes, not " + given;
        }
    }

    @Code("ORB342")
    record TooManyIndices(Span span, int given) implements IndexProblem {
        @Override
        public String message() {
            return "a comprehension has one index or two, not " + given;
        }
    }

    @Code("ORB343")
    record NotRectangular(Span span) implements IndexProblem {
        @Override
        public String message() {
            return "the rows of this matrix differ in length: the second range depends on the first index";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("let the second range be the whole row, and use `if ... then ... else 0`");
        }
    }
}
