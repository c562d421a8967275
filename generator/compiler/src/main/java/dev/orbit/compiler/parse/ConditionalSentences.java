package dev.orbit.compiler.parse;

import dev.orbit.grammar.OrbitParser;
import java.util.Optional;

/** Sentences for {@code if}, as a value and as a statement. */
final class ConditionalSentences {
    private ConditionalSentences() {}

    static Optional<SyntaxProblem> tell(Place place) {
        if (place.found(OrbitParser.DEFINES) && Tokens.endsOperand(place.before())) {
            return Optional.empty();
        }
        if (place.found(OrbitParser.IF) && place.expectsOperand() && !place.onNewLine()) {
            return Optional.of(new ExpressionProblem.NestedConditional(place.span()));
        }
        boolean then = place.in(OrbitParser.RULE_conditional) && place.expects(OrbitParser.THEN) && !isSign(place);
        if (then) {
            return Optional.of(new ExpressionProblem.IncompleteConditional(place.afterBefore(), "then"));
        }
        boolean ended = !Tokens.beginsOperand(place.found()) && !isSign(place);
        if (place.in(OrbitParser.RULE_conditional) && ended) {
            return place.expects(OrbitParser.ELSE)
                    ? Optional.of(new ExpressionProblem.IncompleteConditional(place.afterBefore(), "else"))
                    : Optional.empty();
        }
        if (place.in(OrbitParser.RULE_block) && place.expects(OrbitParser.LEFT_BRACE)) {
            return Optional.of(new StatementProblem.MissingPart(place.afterBefore(), "`{`", place.tail()));
        }
        return place.found(OrbitParser.ELSE) && Tokens.endsOperand(place.before())
                ? Optional.of(new StatementProblem.ElseWithoutIf(place.span()))
                : Optional.empty();
    }

    private static boolean isSign(Place place) {
        return place.found(
                OrbitParser.PRIME,
                OrbitParser.LESS,
                OrbitParser.LESS_OR_EQUAL,
                OrbitParser.GREATER,
                OrbitParser.GREATER_OR_EQUAL,
                OrbitParser.EQUAL,
                OrbitParser.NOT_EQUAL);
    }
}
