package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** Problems of declarations and statements. */
public sealed interface StatementProblem extends SyntaxProblem {
    @Code("ORB114")
    record MissingSemicolon(Span span, String after) implements StatementProblem {
        @Override
        public String message() {
            return "a statement ends with `;`: it is missing after `" + after + "`";
        }
    }

    @Code("ORB115")
    record StraySemicolon(Span span, boolean afterBrace) implements StatementProblem {
        @Override
        public String message() {
            return afterBrace ? "no `;` stands after `}`" : "this `;` ends nothing";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("delete it");
        }
    }

    @Code("ORB116")
    record ReservedName(Span span, String word) implements StatementProblem {
        @Override
        public String message() {
            return "`" + word + "` is a word of the language and cannot be a name";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("choose another name, such as `" + word + "_`");
        }
    }

    @Code("ORB117")
    record ReservedForLater(Span span, String word) implements StatementProblem {
        @Override
        public String message() {
            return "`" + word + "` is reserved for later: this version does not know it, and it cannot be a name";
        }
    }

    /** @param instead what was probably meant */
    @Code("ORB118")
    record UnknownStatement(Span span, String word, boolean inStep, Optional<String> instead)
            implements StatementProblem {
        @Override
        public String message() {
            String kind = inStep ? "statement" : "declaration";
            return word.isEmpty() ? "a " + kind + " is missing here" : "no " + kind + " begins with `" + word + "`";
        }

        @Override
        public Optional<String> help() {
            return instead.map(found -> "did you mean `" + found + "`?");
        }
    }

    /** @param rule where it belongs */
    @Code("ORB119")
    record Misplaced(Span span, String what, String rule) implements StatementProblem {
        @Override
        public String message() {
            return "`" + what + "` cannot stand here";
        }

        @Override
        public Optional<String> help() {
            return Optional.of(rule);
        }
    }

    @Code("ORB120")
    record MissingModel(Span span, String example) implements StatementProblem {
        @Override
        public String message() {
            return "the line that names the model is missing";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `model " + example + ";`");
        }
    }

    @Code("ORB121")
    record RepeatedHeader(Span span, String word, Span first) implements StatementProblem {
        @Override
        public String message() {
            return "a file has one `" + word + "` line";
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(first, "the first one stands here"));
        }
    }

    @Code("ORB122")
    record MissingPerStep(Span span) implements StatementProblem {
        @Override
        public String message() {
            return "data with one row for each step end with the two words `per step`, once for the whole list";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `input x, y per step;`, and data of another kind in a line of their own");
        }
    }

    @Code("ORB123")
    record MalformedDomain(Span span, String rule) implements StatementProblem {
        @Override
        public String message() {
            return rule;
        }
    }

    /** @param rule what the value is for, as a sentence */
    @Code("ORB124")
    record MissingValue(Span span, String rule, String example) implements StatementProblem {
        @Override
        public String message() {
            return rule;
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `" + example + "`");
        }
    }

    @Code("ORB125")
    record ShapeOnInlineFunction(Span span, String function) implements StatementProblem {
        @Override
        public String message() {
            return "`" + function + "` has a body, so it takes whatever shapes it is called with";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("leave the shape out; only a function without a body has shapes");
        }
    }

    @Code("ORB126")
    record MissingReturn(Span span, String function) implements StatementProblem {
        @Override
        public String message() {
            return "the body of `" + function + "` is any number of `let` and one `return` at its end";
        }
    }

    @Code("ORB127")
    record MissingText(Span span) implements StatementProblem {
        @Override
        public String message() {
            return "a claim begins with its text in double quotes";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `claim \"what holds\": left == right;`");
        }
    }

    @Code("ORB128")
    record FactNotComparison(Span span, boolean assumption) implements StatementProblem {
        @Override
        public String message() {
            return assumption
                    ? "an assumption compares two expressions"
                    : "a fact is `left == right` or `left != right`";
        }
    }

    @Code("ORB129")
    record EntryWithoutPrime(Span span, String name) implements StatementProblem {
        @Override
        public String message() {
            return "an entry changes with the step, so the name carries `'`";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `" + name + "'[i] = ...` for a state; other names are defined as a whole");
        }
    }

    @Code("ORB130")
    record MalformedDestructure(Span span) implements StatementProblem {
        @Override
        public String message() {
            return "a stack is taken apart by rows: `[p; q'; _] = ...`";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("names and `_` are separated by `;`, a size stands in brackets: `[p[k]; _] = ...`");
        }
    }

    @Code("ORB131")
    record ElseWithoutIf(Span span) implements StatementProblem {
        @Override
        public String message() {
            return "this `else` follows no `if`";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `if c { ... } else if d { ... } else { ... }`");
        }
    }

    @Code("ORB132")
    record MissingPart(Span span, String part, String after) implements StatementProblem {
        @Override
        public String message() {
            return part + " is missing after `" + after + "`";
        }
    }

    @Code("ORB133")
    record Unexpected(Span span, String found, String after, Optional<String> help) implements StatementProblem {
        @Override
        public String message() {
            return found + " does not fit after `" + after + "`";
        }
    }

    @Code("ORB134")
    record TooManyErrors(Span span, int shown) implements StatementProblem {
        @Override
        public String message() {
            return "more than " + shown + " errors: the rest of this file is not shown";
        }
    }
}
