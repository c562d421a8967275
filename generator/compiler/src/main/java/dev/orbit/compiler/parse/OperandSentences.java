package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.Span;
import dev.orbit.grammar.OrbitParser;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Sentences for expressions: an operand that is missing, or one sign too many after it. */
final class OperandSentences {
    private static final Set<Integer> RELATIONS = Set.of(
            OrbitParser.LESS,
            OrbitParser.LESS_OR_EQUAL,
            OrbitParser.GREATER,
            OrbitParser.GREATER_OR_EQUAL,
            OrbitParser.EQUAL,
            OrbitParser.NOT_EQUAL);

    /** The rules whose parts are separated by commas. */
    static final Set<Integer> LISTS = Set.of(
            OrbitParser.RULE_dims,
            OrbitParser.RULE_constants,
            OrbitParser.RULE_data,
            OrbitParser.RULE_params,
            OrbitParser.RULE_lets,
            OrbitParser.RULE_states,
            OrbitParser.RULE_differentiate,
            OrbitParser.RULE_function);

    private OperandSentences() {}

    /** Where an operand should begin. */
    static Optional<SyntaxProblem> missing(Place place) {
        if (place.before(OrbitParser.DOTS) && place.depth() > 0 && place.in(OrbitParser.RULE_subscripts)) {
            return Optional.of(new ExpressionProblem.OpenRange(place.span()));
        }
        if (!place.expectsOperand()) {
            return Optional.empty();
        }
        if (place.before(OrbitParser.DOTS) && place.found(OrbitParser.RIGHT_BRACKET, OrbitParser.COMMA)) {
            return Optional.of(new ExpressionProblem.OpenRange(Tokens.span(place.before())));
        }
        if (place.found(OrbitParser.TEXT)) {
            return Optional.of(unexpected(place, "a text stands only behind `claim`"));
        }
        if (place.found(OrbitParser.LEFT_BRACE) && !place.before(OrbitParser.IF)) {
            return Optional.of(unexpected(place, "braces hold statements; a vector is written `[a, b]`"));
        }
        if (place.found(OrbitParser.PLUS)) {
            return Optional.of(new ExpressionProblem.UnaryPlus(place.span()));
        }
        if (place.found(OrbitParser.UNDERSCORE)) {
            return Optional.of(new ExpressionProblem.MisplacedUnderscore(place.span()));
        }
        if (place.found(OrbitParser.RIGHT_BRACKET) && place.before(OrbitParser.LEFT_BRACKET)) {
            Span both = Tokens.span(place.before()).to(place.span());
            return Optional.of(new ExpressionProblem.EmptyBlock(both));
        }
        if (Tokens.isReserved(place.found())
                && !place.onNewLine()
                && !place.found(OrbitParser.THEN, OrbitParser.ELSE)) {
            return Optional.of(new StatementProblem.ReservedName(place.span(), place.foundText()));
        }
        return Optional.of(new ExpressionProblem.MissingExpression(place.afterBefore(), place.beforeText()));
    }

    /** Where an operand has ended. */
    static Optional<SyntaxProblem> tooMany(Place place) {
        if (place.found(OrbitParser.PRIME)) {
            return Optional.of(prime(place));
        }
        if (place.in(OrbitParser.RULE_subscripts) && place.found(OrbitParser.SEMICOLON)) {
            return Optional.of(rowsAsSubscripts(place));
        }
        if (!Tokens.endsOperand(place.before())) {
            return quantity(place);
        }
        if (place.found(OrbitParser.COMMA) && place.in(OrbitParser.RULE_primary)) {
            return Optional.of(unexpected(place, "parentheses hold one expression; a vector is written `[a, b]`"));
        }
        if (place.in(OrbitParser.RULE_arguments) && place.before(OrbitParser.OVER)) {
            return Optional.of(unexpected(place, "the words are `over steps`"));
        }
        if (place.found(OrbitParser.DEFINES)) {
            return Optional.of(new ExpressionProblem.DefinesInExpression(place.span()));
        }
        if (RELATIONS.contains(place.found().getType())) {
            return Optional.of(new ExpressionProblem.ChainedComparison(place.span()));
        }
        boolean header = place.in(OrbitParser.RULE_function) && place.depth() == 0;
        boolean operand = !header && Tokens.beginsOperand(place.found())
                || place.found(OrbitParser.TEXT, OrbitParser.LOSS, OrbitParser.PENALTY);
        boolean continues = place.expects(OrbitParser.TIMES) || place.depth() > 0 || !place.onNewLine();
        if (operand && continues && !(place.onNewLine() && place.depth() == 0)) {
            return Optional.of(new ExpressionProblem.MissingOperator(
                    place.span(), place.beforeText(), place.foundText(), between(place)));
        }
        return Optional.empty();
    }

    private static SyntaxProblem unexpected(Place place, String help) {
        String found = "`" + place.foundText() + "`";
        return new StatementProblem.Unexpected(place.span(), found, place.tail(), Optional.of(help));
    }

    // A [x; y]: meant is a product, read is an index.
    private static SyntaxProblem rowsAsSubscripts(Place place) {
        int open = place.at() - 1;
        for (int depth = 0; open > place.start(); open--) {
            Token token = place.tokens().get(open);
            depth += Tokens.closes(token) ? 1 : Tokens.opens(token) ? -1 : 0;
            if (depth < 0) {
                break;
            }
        }
        Token bracket = place.tokens().get(open);
        Place there = place.withFound(open);
        if (there.onNewLine()) {
            return new StatementProblem.MissingSemicolon(there.afterBefore(), there.tail());
        }
        String left = there.beforeText();
        return new ExpressionProblem.MissingOperator(
                Tokens.span(bracket), left, bracket.getText(), ExpressionProblem.Missing.OPERATOR);
    }

    private static ExpressionProblem.Missing between(Place place) {
        boolean list = place.in(LISTS.toArray(Integer[]::new));
        boolean names = list && !place.has(OrbitParser.DEFINES) && !place.has(OrbitParser.IN);
        if (names && place.depth() == 0) {
            return ExpressionProblem.Missing.COMMA;
        }
        return place.depth() > 0 || list ? ExpressionProblem.Missing.EITHER : ExpressionProblem.Missing.OPERATOR;
    }

    // loss and penalty can be read as quantities, so that a missing operand before them shows late.
    private static Optional<SyntaxProblem> quantity(Place place) {
        boolean term = place.before(OrbitParser.LOSS, OrbitParser.PENALTY)
                && place.at() - 1 > place.start()
                && !place.starts(OrbitParser.CLAIM);
        if (!term) {
            return Optional.empty();
        }
        Token word = place.before();
        Token earlier = place.tokens().get(place.at() - 2);
        int end = Tokens.span(earlier).end();
        boolean newLine = place.source().position(word.getStartIndex()).line()
                > place.source().position(end).line();
        return Optional.of(
                newLine
                        ? new ExpressionProblem.MissingExpression(new Span(end, end), earlier.getText())
                        : new ExpressionProblem.TermOutsideClaim(Tokens.span(word), word.getText()));
    }

    /** A prime where none can stand. */
    static SyntaxProblem prime(Place place) {
        return place.before(OrbitParser.PRIME)
                ? new ExpressionProblem.DoublePrime(place.span())
                : new ExpressionProblem.PostfixTranspose(place.span(), operandBefore(place));
    }

    // (A * b)' gives A * b, and W[1, ..]' the whole of it.
    private static String operandBefore(Place place) {
        int from = place.at() - 1;
        int depth = 0;
        for (; from > place.start(); from--) {
            Token token = place.tokens().get(from);
            depth += Tokens.closes(token) ? 1 : Tokens.opens(token) ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        boolean named =
                Tokens.closes(place.before()) && Tokens.isName(place.tokens().get(from - 1));
        boolean inside = !named && place.before(OrbitParser.RIGHT_PARENTHESIS);
        int start =
                place.tokens().get(named ? from - 1 : inside ? from + 1 : from).getStartIndex();
        int end = Tokens.span(place.before()).end() - (inside ? 1 : 0);
        String text = place.source().slice(new Span(Math.min(start, end), end));
        return text.length() > 40 || text.contains("\n") ? "..." : text;
    }
}
