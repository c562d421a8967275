package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** Brackets that do not match. */
public sealed interface BracketProblem extends SyntaxProblem {
    @Code("ORB110")
    record NestedTooDeep(Span span, int limit) implements BracketProblem {
        @Override
        public String message() {
            return "brackets, signs or powers are nested more than " + limit + " deep here";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("name a part of it");
        }
    }

    /** @param noticed where it became clear that the bracket stays open */
    @Code("ORB111")
    record UnclosedBracket(Span span, String opener, Span noticed) implements BracketProblem {
        @Override
        public String message() {
            return "`" + opener + "` is not closed";
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(noticed, "`" + closing(opener) + "` is missing before this"));
        }
    }

    @Code("ORB112")
    record StrayBracket(Span span, String closer) implements BracketProblem {
        @Override
        public String message() {
            return "`" + closer + "` closes nothing";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("delete it, or open it with `" + opening(closer) + "`");
        }
    }

    @Code("ORB113")
    record MismatchedBracket(Span span, String closer, String opener, Span opened) implements BracketProblem {
        @Override
        public String message() {
            return "`" + closer + "` cannot close `" + opener + "`";
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(opened, "`" + opener + "` is opened here"));
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `" + closing(opener) + "`");
        }
    }

    private static String closing(String opener) {
        return opener.equals("(") ? ")" : opener.equals("[") ? "]" : "}";
    }

    private static String opening(String closer) {
        return closer.equals(")") ? "(" : closer.equals("]") ? "[" : "{";
    }
}
