package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** Derivatives that do not exist, or are always zero. */
sealed interface DerivativeProblem extends SpecProblem {
    @Code("ORB401")
    record DifferentiatesIndex(Span span, String name, Span declared) implements DerivativeProblem {
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
    record DifferentiatesOther(Span span, String name, Role role, Span declared) implements DerivativeProblem {
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

    @Code("ORB409")
    record NeverReaches(Span span, String name, Role role) implements DerivativeProblem {
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
    record OnlyDecides(Span span, String name, Role role) implements DerivativeProblem {
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

    @Code("ORB415")
    record DerivativeOfMany(Span span, String name, Optional<Span> declared) implements DerivativeProblem {
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
}
