package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.AbstractFunction;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Arguments of functions whose shapes do not fit. */
sealed interface ArgumentProblem extends SpecProblem {
    @Code("ORB320")
    record WrongArgument(Span span, String function, String wanted, Operand argument) implements ArgumentProblem {
        @Override
        public String message() {
            return argument.is() + "; `" + function + "` takes " + wanted + " here";
        }

        @Override
        public List<Note> notes() {
            return argument.declaration();
        }

        @Override
        public Optional<String> help() {
            return function.equals("norm")
                    ? Optional.of("`sqrt(sum(" + argument.words() + ".^2))` is the norm of all entries together")
                    : Optional.empty();
        }
    }

    @Code("ORB321")
    record AbstractArgument(
            Span span, String function, AbstractFunction.Parameter parameter, Operand argument, Span declared)
            implements ArgumentProblem {
        @Override
        public String message() {
            return argument.is() + "; `" + function + "` takes " + wanted() + " as `" + parameter.name() + "`";
        }

        private String wanted() {
            return parameter.shape().isScalar() ? "a scalar" : parameter.shape().toString();
        }

        @Override
        public List<Note> notes() {
            return Stream.concat(Operand.notes(argument).stream(), Stream.of(Note.declaredHere(declared, function)))
                    .toList();
        }
    }

    @Code("ORB327")
    record NotSquare(Span span, String function, Operand argument) implements ArgumentProblem {
        @Override
        public String message() {
            return argument.is() + "; `" + function + "` takes a square matrix";
        }

        @Override
        public List<Note> notes() {
            return argument.declaration();
        }
    }

    @Code("ORB332")
    record RepeatChangesShape(Span span, String function, Shape result, Operand start, Optional<Span> declared)
            implements ArgumentProblem {
        @Override
        public String message() {
            return "`" + function + "` makes " + (result.isScalar() ? "a scalar" : result.toString()) + " of "
                    + start.article() + "; to be repeated it must keep the shape";
        }

        @Override
        public List<Note> notes() {
            return Stream.concat(
                            Operand.notes(start).stream(), declared.stream().map(at -> Note.declaredHere(at, function)))
                    .toList();
        }
    }

    @Code("ORB338")
    record DerivativeOfShaped(Span span, String function, Shape result, Optional<Span> declared)
            implements ArgumentProblem {
        @Override
        public String message() {
            return "`" + function + "` of a scalar is " + result + "; only a scalar function has the derivative `"
                    + function + "'`";
        }

        @Override
        public List<Note> notes() {
            return declared.map(at -> List.of(Note.declaredHere(at, function))).orElse(List.of());
        }
    }

    @Code("ORB339")
    record LengthsDiffer(Span span, String function, Operand left, Operand right) implements ArgumentProblem {
        @Override
        public String message() {
            return left.is() + ", " + right.is() + "; `" + function + "` needs as many rows in both";
        }

        @Override
        public List<Note> notes() {
            return Operand.notes(left, right);
        }
    }
}
