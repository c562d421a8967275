package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** Shapes that do not fit: both ends are named and shown. */
sealed interface ShapeProblem extends SpecProblem {
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
}
