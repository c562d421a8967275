package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.AbstractFunction;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Sign;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shapes that do not fit: both ends are named and shown. */
sealed interface ShapeProblem extends SpecProblem {
    @Code("ORB301")
    record NotAddable(Span span, Sign sign, Operand left, Operand right) implements ShapeProblem {
        @Override
        public String message() {
            return left.is() + ", " + right.is() + "; they are " + (sign == Sign.PLUS ? "added" : "subtracted")
                    + " here";
        }

        @Override
        public List<Note> notes() {
            return Operand.notes(left, right);
        }
    }

    @Code("ORB302")
    record ScalarAndMatrix(Span span, Sign sign, Operand left, Operand right) implements ShapeProblem {
        @Override
        public String message() {
            return left.is() + ", " + right.is() + "; a scalar and a matrix cannot be "
                    + (sign == Sign.PLUS ? "added" : "subtracted");
        }

        @Override
        public List<Note> notes() {
            return Operand.notes(left, right);
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    "to shift the diagonal write `... * eye(n)`; to shift every entry write the comprehension");
        }
    }

    @Code("ORB303")
    record NotElementwise(Span span, String name, Operand left, Operand right) implements ShapeProblem {
        @Override
        public String message() {
            return left.is() + ", " + right.is() + "; `" + name + "` takes them entry by entry";
        }

        @Override
        public List<Note> notes() {
            return Operand.notes(left, right);
        }
    }

    @Code("ORB304")
    record NotMultipliable(Span span, Operand left, Operand right) implements ShapeProblem {
        @Override
        public String message() {
            return left.is() + ", " + right.is() + "; for the product "
                    + left.shape().columns().explained() + " and "
                    + right.shape().rows().explained() + " must be the same";
        }

        @Override
        public List<Note> notes() {
            return Operand.notes(left, right);
        }

        @Override
        public Optional<String> help() {
            return left.shape().rows().agrees(right.shape().rows())
                            && left.shape().isMatrix()
                    ? Optional.of("with the left side transposed it fits: `transpose(" + left.words() + ")`")
                    : Optional.empty();
        }
    }

    @Code("ORB305")
    record VectorTimes(Span span, Operand left, Operand right) implements ShapeProblem {
        @Override
        public String message() {
            return left.is() + ", " + right.is() + "; a vector has no product with "
                    + (right.shape().isVector() ? "a vector" : "a matrix on its right");
        }

        @Override
        public List<Note> notes() {
            return Operand.notes(left, right);
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    right.shape().isVector()
                            ? "`dot(v, w)` is a scalar, `v .* w` takes them entry by entry, `outer(v, w)` is a matrix"
                            : "write `transpose(" + right.words() + ") * " + left.words() + "`");
        }
    }

    @Code("ORB306")
    record DividesByShaped(Span span, Operand left, Operand right) implements ShapeProblem {
        @Override
        public String message() {
            return right.is() + "; `/` divides by a scalar";
        }

        @Override
        public List<Note> notes() {
            return right.declaration();
        }

        @Override
        public Optional<String> help() {
            return Optional.of("entry by entry it is `./`; to solve linear equations write `solve(A, b)`");
        }
    }

    @Code("ORB307")
    record PowerOfShaped(Span span, Operand left, Operand right) implements ShapeProblem {
        @Override
        public String message() {
            return (left.shape().isScalar() ? right : left).is() + "; `^` is for scalars";
        }

        @Override
        public List<Note> notes() {
            return (left.shape().isScalar() ? right : left).declaration();
        }

        @Override
        public Optional<String> help() {
            return Optional.of("entry by entry it is `.^`");
        }
    }

    @Code("ORB320")
    record WrongArgument(Span span, String function, String wanted, Operand argument) implements ShapeProblem {
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
            implements ShapeProblem {
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

    @Code("ORB322")
    record EquationDiffers(Span span, Symbol state, Shape part, Operand right) implements ShapeProblem {
        @Override
        public String message() {
            return right.is() + "; "
                    + (part.equals(state.shape())
                            ? "the state `" + state.name() + "` is "
                            : "what it sets of `" + state.name() + "` is ")
                    + (part.isScalar() ? "a scalar" : part.toString());
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(
                    state.span(),
                    "`" + state.name() + "` is declared here: "
                            + (state.shape().isScalar()
                                    ? "a scalar"
                                    : state.shape().toString())));
        }

        @Override
        public Optional<String> help() {
            return state.shape().isScalar() && !right.shape().isScalar()
                    ? Optional.of("declare its shape: `state " + state.name() + right.shape() + " = 0;`")
                    : Optional.empty();
        }
    }

    @Code("ORB323")
    record StartDiffers(Span span, Operand given, Operand wanted) implements ShapeProblem {
        @Override
        public String message() {
            return given.is() + ", but `" + wanted.words() + "` is " + wanted.article();
        }

        @Override
        public List<Note> notes() {
            return wanted.declaration();
        }

        @Override
        public Optional<String> help() {
            return given.shape().isScalar()
                    ? Optional.of(
                            "only numbers, dims and constants fill a shape; for other scalars write `[i in 1..n: ...]`")
                    : Optional.empty();
        }
    }

    @Code("ORB324")
    record ComparesShaped(Span span, Operand left, Operand right) implements ShapeProblem {
        @Override
        public String message() {
            return (left.shape().isScalar() ? right : left).is() + "; only scalars are compared";
        }

        @Override
        public List<Note> notes() {
            return Stream.of(left, right).flatMap(o -> o.declaration().stream()).toList();
        }

        @Override
        public Optional<String> help() {
            return Optional.of("compare entries, or a reduction such as `max(...)`");
        }
    }

    @Code("ORB325")
    record NotScalar(String what, Operand given) implements ShapeProblem {
        @Override
        public Span span() {
            return given.span();
        }

        @Override
        public String message() {
            return given.is() + "; " + what + " is a scalar";
        }

        @Override
        public List<Note> notes() {
            return given.declaration();
        }

        @Override
        public Optional<String> help() {
            return what.equals("a loss") || what.equals("a penalty")
                    ? Optional.of("reduce it: `sum(" + given.words() + ")`")
                    : Optional.empty();
        }
    }

    @Code("ORB326")
    record ChoicesDiffer(Span span, Operand first, Operand other) implements ShapeProblem {
        @Override
        public String message() {
            return first.is() + ", " + other.is() + "; both are values of one `if`";
        }

        @Override
        public List<Note> notes() {
            return List.of(first.note());
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a literal `0` fills any shape");
        }
    }

    @Code("ORB327")
    record NotSquare(Span span, String function, Operand argument) implements ShapeProblem {
        @Override
        public String message() {
            return argument.is() + "; `" + function + "` takes a square matrix";
        }

        @Override
        public List<Note> notes() {
            return argument.declaration();
        }
    }

    @Code("ORB329")
    record TermsDiffer(Span span, Operand first, Operand other) implements ShapeProblem {
        @Override
        public String message() {
            return "the terms of a sum must have one shape; one is " + first.article() + ", another " + other.article();
        }
    }

    @Code("ORB332")
    record RepeatChangesShape(Span span, String function, Shape result, Operand start, Optional<Span> declared)
            implements ShapeProblem {
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

    @Code("ORB337")
    record ArmsDiffer(Span span, String name, Operand value, Operand there) implements ShapeProblem {
        @Override
        public String message() {
            return "`" + name + "` is " + value.article() + " here, but " + there.article() + " elsewhere";
        }

        @Override
        public List<Note> notes() {
            return Operand.notes(there);
        }

        @Override
        public Optional<String> help() {
            return Optional.of("an intermediate has one shape in all branches and in `lag`");
        }
    }

    @Code("ORB338")
    record DerivativeOfShaped(Span span, String function, Shape result, Optional<Span> declared)
            implements ShapeProblem {
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
    record LengthsDiffer(Span span, String function, Operand left, Operand right) implements ShapeProblem {
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
