package dev.orbit.compiler.parse;

import dev.orbit.grammar.OrbitParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/** Says in the language's own words why a text does not fit: the first sentence that knows the place speaks. */
final class Sentences {
    private static final List<Function<Place, Optional<SyntaxProblem>>> RULES = List.of(
            Sentences::words,
            HeaderSentences::tell,
            StatementSentences::tell,
            ConditionalSentences::tell,
            OperandSentences::missing,
            OperandSentences::tooMany);

    private Sentences() {}

    static SyntaxProblem tell(Place place) {
        if (place.at() == place.start()) {
            return StartSentences.tell(place);
        }
        return RULES.stream()
                .flatMap(rule -> rule.apply(place).stream())
                .findFirst()
                .orElseGet(() -> fallback(place));
    }

    private static Optional<SyntaxProblem> words(Place place) {
        if (Tokens.isForLater(place.found())) {
            return Optional.of(new StatementProblem.ReservedForLater(place.span(), place.foundText()));
        }
        boolean list = place.in(OrbitParser.RULE_settings)
                || place.in(OrbitParser.RULE_function) && place.before(OrbitParser.LEFT_PARENTHESIS);
        if (place.in(OrbitParser.RULE_name)
                || list && place.expected().size() == 1 && !place.expects(OrbitParser.LEFT_BRACE)) {
            return Optional.of(nameMissing(place));
        }
        return Optional.empty();
    }

    private static SyntaxProblem nameMissing(Place place) {
        if (Tokens.isReserved(place.found()) && !(place.onNewLine() && !place.before(OrbitParser.COMMA))) {
            return new StatementProblem.ReservedName(place.span(), place.foundText());
        }
        return new StatementProblem.MissingPart(place.afterBefore(), "a name", place.beforeText());
    }

    private static SyntaxProblem fallback(Place place) {
        boolean ends = place.expects(OrbitParser.SEMICOLON) && !place.onNewLine();
        if (place.expected().size() == 1 && !ends && !place.expectsOperand()) {
            int type = place.expected().getMinElement();
            if (type == OrbitParser.SEMICOLON) {
                return new StatementProblem.MissingSemicolon(place.afterBefore(), place.tail());
            }
            return new StatementProblem.MissingPart(place.afterBefore(), sign(type), place.tail());
        }
        String found = place.found(Token.EOF) ? "the end of the file" : "`" + place.foundText() + "`";
        return new StatementProblem.Unexpected(place.span(), found, place.tail(), Optional.empty());
    }

    /** How a type of token is written in a message. */
    static String sign(int type) {
        if (type == Token.EOF) {
            return "the end";
        }
        String literal = OrbitParser.VOCABULARY.getLiteralName(type);
        return literal == null ? "a name" : "`" + literal.substring(1, literal.length() - 1) + "`";
    }
}
