package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.source.Span;
import java.util.Optional;

/** Problems within one expression. */
public sealed interface ExpressionProblem extends SyntaxProblem {
    @Code("ORB135")
    record MissingExpression(Span span, String after) implements ExpressionProblem {
        @Override
        public String message() {
            return "an expression is missing after `" + after + "`";
        }
    }

    /** @param missing what may stand between them */
    @Code("ORB136")
    record MissingOperator(Span span, String left, String right, Missing missing) implements ExpressionProblem {
        @Override
        public String message() {
            return missing.text + " is missing between `" + left + "` and `" + right + "`";
        }

        @Override
        public Optional<String> help() {
            return missing == Missing.COMMA ? Optional.empty() : Optional.of("a product is written with `*`");
        }
    }

    /** What can be missing between two operands. */
    enum Missing {
        OPERATOR("an operator"),
        COMMA("a comma"),
        EITHER("a comma or an operator");

        private final String text;

        Missing(String text) {
            this.text = text;
        }
    }

    @Code("ORB137")
    record DefinesInExpression(Span span) implements ExpressionProblem {
        @Override
        public String message() {
            return "`=` defines a name; it cannot stand within an expression";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("to compare write `==`");
        }
    }

    @Code("ORB138")
    record ComparesInDefinition(Span span, String name) implements ExpressionProblem {
        @Override
        public String message() {
            return "`==` compares; it does not define `" + name + "`";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("to define write `=`");
        }
    }

    @Code("ORB139")
    record ChainedComparison(Span span) implements ExpressionProblem {
        @Override
        public String message() {
            return "comparisons are not chained";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `a < b and b < c`");
        }
    }

    @Code("ORB140")
    record PostfixTranspose(Span span, String operand) implements ExpressionProblem {
        @Override
        public String message() {
            return "there is no postfix transpose: `'` stands only directly after the name of a state or a function";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `transpose(" + operand + ")`");
        }
    }

    @Code("ORB141")
    record DoublePrime(Span span) implements ExpressionProblem {
        @Override
        public String message() {
            return "a name carries one `'` at most";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("for a second derivative define the first as a function; for an older value use `lag`");
        }
    }

    @Code("ORB142")
    record MisplacedUnderscore(Span span) implements ExpressionProblem {
        @Override
        public String message() {
            return "`_` has no value: it drops rows on the left of `[p; _] = ...`";
        }
    }

    @Code("ORB143")
    record UnaryPlus(Span span) implements ExpressionProblem {
        @Override
        public String message() {
            return "`+` stands between two expressions";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("leave it out");
        }
    }

    @Code("ORB144")
    record EmptyBlock(Span span) implements ExpressionProblem {
        @Override
        public String message() {
            return "nothing stands between `[` and `]`";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a vector is written `[a, b, c]`, a matrix `[a, b; c, d]`");
        }
    }

    /** @param missing {@code then} or {@code else} */
    @Code("ORB145")
    record IncompleteConditional(Span span, String missing) implements ExpressionProblem {
        @Override
        public String message() {
            return "`" + missing + "` is missing: a conditional value is `if c then p else q`";
        }
    }

    @Code("ORB146")
    record NestedConditional(Span span) implements ExpressionProblem {
        @Override
        public String message() {
            return "`if` stands at the beginning of an expression or in parentheses";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `(if c then p else q)`");
        }
    }

    @Code("ORB147")
    record TermOutsideClaim(Span span, String word) implements ExpressionProblem {
        @Override
        public String message() {
            return "`" + word + "` is a quantity only in a claim";
        }
    }

    @Code("ORB148")
    record OpenRange(Span span) implements ExpressionProblem {
        @Override
        public String message() {
            return "a range has both ends";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write `first..last`, or `..` alone for all entries");
        }
    }
}
