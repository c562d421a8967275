package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Sign;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Operators between shapes that do not go together. */
sealed interface OperatorProblem extends SpecProblem {
    @Code("ORB301")
    record NotAddable(Span span, Sign sign, Operand left, Operand right) implements OperatorProblem {
        @Override
        public String message() {
            return left.is() + ", " + right.is() + "; they are " + (sign == Sign.PLUS ? "added" : "subtracted")
                    + " here";
        }

        @Override
        public List<Note> notes() {
            return Operand.notes(left, right);
        }

        /** A matrix of one column looks like a vector and is none. */
        @Override
        public Optional<String> help() {
            Operand matrix = left.shape().isVector() ? right : left;
            boolean column = left.shape().isVector() != right.shape().isVector()
                    && matrix.shape().rank() == 2
                    && matrix.shape().sizes().get(1) == 1;
            return column
                    ? Optional.of("a vector has one size, as in `v[k]`; the column of the matrix is `" + matrix.words()
                            + "[.., 1]`")
                    : Optional.empty();
        }
    }

    @Code("ORB302")
    record ScalarAndMatrix(Span span, Sign sign, Operand left, Operand right) implements OperatorProblem {
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
    record NotElementwise(Span span, String name, Operand left, Operand right) implements OperatorProblem {
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
    record NotMultipliable(Span span, Operand left, Operand right) implements OperatorProblem {
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
    record VectorTimes(Span span, Operand left, Operand right) implements OperatorProblem {
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
                            : "write `" + (fits() ? right.words() : "transpose(" + right.words() + ")") + " * "
                                    + left.words() + "`");
        }

        /** Whether the matrix takes the vector on its right as it is, and not when it is transposed. */
        private boolean fits() {
            List<Integer> sizes = right.shape().sizes();
            int length = left.shape().sizes().get(0);
            return sizes.get(1) == length && sizes.get(0) != length;
        }
    }

    @Code("ORB306")
    record DividesByShaped(Span span, Operand left, Operand right) implements OperatorProblem {
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
    record PowerOfShaped(Span span, Operand left, Operand right) implements OperatorProblem {
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
            return Optional.of(
                    right.words().equals("T")
                            ? "entry by entry it is `.^`; the transpose is `transpose(" + left.words() + ")`"
                            : "entry by entry it is `.^`");
        }
    }

    @Code("ORB324")
    record ComparesShaped(Span span, Operand left, Operand right) implements OperatorProblem {
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

    @Code("ORB326")
    record ChoicesDiffer(Span span, Operand first, Operand other) implements OperatorProblem {
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

    @Code("ORB329")
    record TermsDiffer(Span span, Operand first, Operand other) implements OperatorProblem {
        @Override
        public String message() {
            return "the terms of a sum must have one shape; one is " + first.article() + ", another " + other.article();
        }
    }
}
