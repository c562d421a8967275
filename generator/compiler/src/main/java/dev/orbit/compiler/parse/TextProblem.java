package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.source.Span;
import java.util.Map;
import java.util.Optional;

/** Problems of the file and its characters. */
public sealed interface TextProblem extends SyntaxProblem {
    /** @param limit what was exceeded: {@code 4 MB} */
    @Code("ORB100")
    record TooLarge(Span span, String limit) implements TextProblem {
        @Override
        public String message() {
            return "this file has more than " + limit + ", the limit for a spec";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a spec holds the model only: give data when the class is used");
        }
    }

    /** @param offset where the first wrong byte stands, from 0 */
    @Code("ORB101")
    record NotUtf8(Span span, int offset) implements TextProblem {
        @Override
        public String message() {
            return "this file is not UTF-8: byte " + offset + " (counted from 0) begins no character";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("save the file in the encoding UTF-8");
        }
    }

    @Code("ORB102")
    record InvisibleCharacter(Span span, int codePoint) implements TextProblem {
        @Override
        public String message() {
            return String.format("the character U+%04X cannot be seen and has no place in a spec", codePoint);
        }

        @Override
        public Optional<String> help() {
            return Optional.of("delete it");
        }
    }

    @Code("ORB103")
    record UnknownCharacter(Span span, String characters) implements TextProblem {
        private static final Map<String, String> INSTEAD = Map.ofEntries(
                Map.entry("−", "-"),
                Map.entry("–", "-"),
                Map.entry("×", "*"),
                Map.entry("·", "*"),
                Map.entry("∙", "*"),
                Map.entry("⋅", "*"),
                Map.entry("÷", "/"),
                Map.entry("≤", "<="),
                Map.entry("≥", ">="),
                Map.entry("≠", "!="),
                Map.entry("≔", "="),
                Map.entry("²", "^2"),
                Map.entry("³", "^3"),
                Map.entry("∞", "inf"),
                Map.entry("′", "'"),
                Map.entry("’", "'"),
                Map.entry("‘", "'"),
                Map.entry("“", "\""),
                Map.entry("”", "\""),
                Map.entry("…", ".."),
                Map.entry("⊙", ".*"),
                Map.entry("∧", "and"),
                Map.entry("∨", "or"),
                Map.entry("¬", "not"),
                Map.entry("√", "sqrt(...)"),
                Map.entry("∑", "sum(...)"),
                Map.entry("#", "//"));

        @Override
        public String message() {
            return "`" + characters + "` has no meaning in a spec";
        }

        @Override
        public Optional<String> help() {
            return Optional.ofNullable(INSTEAD.get(characters)).map(instead -> "write `" + instead + "`");
        }
    }

    @Code("ORB104")
    record UnclosedComment(Span span) implements TextProblem {
        @Override
        public String message() {
            return "this comment is not closed";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("close it with `*/`; a comment that ends with its line begins with `//`");
        }
    }

    @Code("ORB105")
    record UnclosedText(Span span) implements TextProblem {
        @Override
        public String message() {
            return "this text is not closed in its line";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("close it with `\"`; within a text write `\\\"` for a quote and `\\\\` for a backslash");
        }
    }

    @Code("ORB106")
    record ForeignSign(Span span, String sign) implements TextProblem {
        private static final Map<String, String> INSTEAD = Map.ofEntries(
                Map.entry("**", "a power is written `^`, entry by entry `.^`"),
                Map.entry("&&", "write `and`"),
                Map.entry("&", "write `and`"),
                Map.entry("||", "write `or`"),
                Map.entry("|", "write `or`; an absolute value is `abs(x)`"),
                Map.entry("!", "write `not`"),
                Map.entry("~", "write `not`"),
                Map.entry("%", "there is no remainder"),
                Map.entry("?", "write `if condition then p else q`"),
                Map.entry(":=", "write `=`"),
                Map.entry("=<", "write `<=`"),
                Map.entry("=>", "write `>=`"),
                Map.entry("<>", "write `!=`"),
                Map.entry("~=", "write `!=`"),
                Map.entry(".+", "`+` adds arrays of one shape entry by entry, and a scalar to a vector"),
                Map.entry(".-", "`-` subtracts arrays of one shape entry by entry, and a scalar from a vector"),
                Map.entry(".'", "write `transpose(...)`"),
                Map.entry("->", "a function is defined by `function f(u) = ...;`"));

        @Override
        public String message() {
            return "`" + sign + "` is no operator of the language";
        }

        @Override
        public Optional<String> help() {
            return Optional.of(INSTEAD.getOrDefault(sign, "a name is defined once: write out `name = ...`"));
        }
    }

    /** @param instead how to write it */
    @Code("ORB107")
    record MalformedNumber(Span span, String text, String instead) implements TextProblem {
        @Override
        public String message() {
            return "`" + text + "` is not how a number is written";
        }

        @Override
        public Optional<String> help() {
            return Optional.of(instead);
        }
    }

    @Code("ORB108")
    record NumberOutOfRange(Span span, String text, boolean large) implements TextProblem {
        @Override
        public String message() {
            return "`" + text + "` is too " + (large ? "large" : "small") + " for a double"
                    + (large ? "" : ": it would be read as 0");
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    large
                            ? "the largest number is about 1.8e308; infinity is written `inf`"
                            : "the smallest number above 0 is about 4.9e-324");
        }
    }
}
