package dev.orbit.compiler.parse;

import dev.orbit.grammar.OrbitParser;
import java.util.Optional;

/** Sentences for the left side of a statement of the step. */
final class StatementSentences {
    private StatementSentences() {}

    static Optional<SyntaxProblem> tell(Place place) {
        return destructure(place).or(() -> equation(place));
    }

    private static Optional<SyntaxProblem> destructure(Place place) {
        boolean left = place.in(OrbitParser.RULE_destructure, OrbitParser.RULE_part)
                && !place.has(OrbitParser.DEFINES)
                && !place.found(OrbitParser.EQUAL);
        boolean parts = left && (place.depth() > 0 || place.in(OrbitParser.RULE_part));
        if (parts) {
            return Optional.of(new StatementProblem.MalformedDestructure(place.span()));
        }
        return left
                ? Optional.of(new StatementProblem.MissingPart(place.afterBefore(), "`=`", place.tail()))
                : Optional.empty();
    }

    private static Optional<SyntaxProblem> equation(Place place) {
        boolean left =
                place.in(OrbitParser.RULE_equation, OrbitParser.RULE_destructure) && place.expects(OrbitParser.DEFINES);
        if (!left) {
            return Optional.empty();
        }
        if (place.found(OrbitParser.EQUAL)) {
            return Optional.of(new ExpressionProblem.ComparesInDefinition(place.span(), place.tail()));
        }
        if (place.found(OrbitParser.PRIME)) {
            return Optional.of(OperandSentences.prime(place));
        }
        boolean second = place.at() == place.start() + 1;
        boolean word = Tokens.beginsOperand(place.found())
                || place.found(OrbitParser.LEFT_BRACE, OrbitParser.IF, OrbitParser.MINUS);
        return second && word && !place.onNewLine()
                ? Optional.of(StartSentences.unknown(place, true))
                : Optional.of(new StatementProblem.MissingPart(place.afterBefore(), "`=`", place.tail()));
    }
}
