package dev.orbit.compiler.parse;

import static java.util.Objects.requireNonNull;

import dev.orbit.grammar.OrbitParser;
import java.util.Map;
import java.util.Optional;

/** Sentences for the parts of declarations. */
final class HeaderSentences {
    private static final Map<Integer, String> VALUE_RULE = Map.of(
            OrbitParser.STATE, "a state has its value before the first step",
            OrbitParser.CONSTANT, "a constant has a value",
            OrbitParser.LET, "`let` gives a value a name",
            OrbitParser.OUTPUT, "an output has a name and a value",
            OrbitParser.INIT, "an init gives its parameters values",
            OrbitParser.CLAIM, "`at` gives names values");

    private static final Map<Integer, String> VALUE_EXAMPLE = Map.of(
            OrbitParser.STATE, "state h = 0;",
            OrbitParser.CONSTANT, "constant epsilon = 0.001;",
            OrbitParser.LET, "let B = ...;",
            OrbitParser.OUTPUT, "output name = ...;",
            OrbitParser.INIT, "init zero { a = 0; }",
            OrbitParser.CLAIM, "at { a = 0; }");

    private HeaderSentences() {}

    static Optional<SyntaxProblem> tell(Place place) {
        return primedName(place)
                .or(() -> perStep(place))
                .or(() -> domain(place))
                .or(() -> range(place))
                .or(() -> value(place))
                .or(() -> function(place))
                .or(() -> body(place))
                .or(() -> claim(place));
    }

    // state h' = 0
    private static Optional<SyntaxProblem> primedName(Place place) {
        boolean name = place.found(OrbitParser.PRIME)
                && Tokens.isName(place.before())
                && !place.has(OrbitParser.DEFINES)
                && Tokens.DECLARING.contains(place.tokens().get(place.start()).getType());
        return name
                ? Optional.of(new StatementProblem.Unexpected(
                        place.span(), "`'`", place.tail(), Optional.of("a name is declared without `'`")))
                : Optional.empty();
    }

    private static Optional<SyntaxProblem> perStep(Place place) {
        boolean wrongWord = place.found(OrbitParser.STEP, OrbitParser.STEPS) || place.before(OrbitParser.PER);
        boolean goesOn = place.found(OrbitParser.COMMA) && place.before(OrbitParser.STEP);
        return place.starts(OrbitParser.INPUT, OrbitParser.TARGET) && !place.onNewLine() && (wrongWord || goesOn)
                ? Optional.of(new StatementProblem.MissingPerStep(place.span()))
                : Optional.empty();
    }

    private static Optional<SyntaxProblem> domain(Place place) {
        boolean param = place.starts(OrbitParser.PARAM)
                && (place.before(OrbitParser.IN) || place.in(OrbitParser.RULE_interval));
        if (param && !place.found(OrbitParser.DEFINES) && !Tokens.beginsOperand(place.found())
                || param && place.before(OrbitParser.IN)) {
            return Optional.of(new StatementProblem.MalformedDomain(
                    place.span(), "a parameter lies in an open interval: `in (low, high)`"));
        }
        boolean data = place.starts(OrbitParser.INPUT, OrbitParser.TARGET) && place.has(OrbitParser.IN);
        return data && (place.found(OrbitParser.COMMA) || place.expects(OrbitParser.DOTS))
                ? Optional.of(new StatementProblem.MalformedDomain(
                        place.span(), "data in a range are an index: `in 1..k`; only a parameter has an interval"))
                : Optional.empty();
    }

    private static Optional<SyntaxProblem> range(Place place) {
        boolean counter = place.in(OrbitParser.RULE_arguments, OrbitParser.RULE_bracketed)
                && Tokens.isName(place.before())
                && place.next(OrbitParser.DOTS);
        if (counter) {
            return Optional.of(new StatementProblem.MissingPart(place.afterBefore(), "`in`", place.beforeText()));
        }
        return place.expects(OrbitParser.DOTS) && place.has(OrbitParser.IN) && !Tokens.beginsOperand(place.found())
                ? Optional.of(new StatementProblem.MissingPart(
                        place.afterBefore(), "`..` and the end of the range", place.tail()))
                : Optional.empty();
    }

    private static Optional<SyntaxProblem> value(Place place) {
        if (place.found(OrbitParser.EQUAL)
                && place.in(OperandSentences.LISTS.toArray(Integer[]::new))
                && !place.has(OrbitParser.DEFINES)) {
            return Optional.of(new ExpressionProblem.ComparesInDefinition(place.span(), place.beforeText()));
        }
        if (!place.expects(OrbitParser.DEFINES) || place.in(OrbitParser.RULE_equation, OrbitParser.RULE_destructure)) {
            return Optional.empty();
        }
        if (place.found(OrbitParser.EQUAL)) {
            return Optional.of(new ExpressionProblem.ComparesInDefinition(place.span(), place.beforeText()));
        }
        int type = place.tokens().get(place.start()).getType();
        boolean ends = place.found(OrbitParser.SEMICOLON, OrbitParser.COMMA, OrbitParser.RIGHT_BRACE);
        return VALUE_RULE.containsKey(type) && (ends || place.onNewLine())
                ? Optional.of(new StatementProblem.MissingValue(
                        place.afterBefore(), VALUE_RULE.get(type), requireNonNull(VALUE_EXAMPLE.get(type))))
                : Optional.empty();
    }

    private static Optional<SyntaxProblem> function(Place place) {
        boolean body = place.starts(OrbitParser.FUNCTION)
                && place.in(OrbitParser.RULE_functionBody)
                && place.has(OrbitParser.LEFT_BRACE)
                && (place.expects(OrbitParser.RETURN) || place.expects(OrbitParser.RIGHT_BRACE));
        if (!body) {
            return Optional.empty();
        }
        String name = place.tokens().get(place.start() + 1).getText();
        return Optional.of(new StatementProblem.MissingReturn(place.span(), name));
    }

    private static Optional<SyntaxProblem> body(Place place) {
        if (!place.in(OrbitParser.RULE_functionBody)
                || place.has(OrbitParser.LEFT_BRACE)
                || place.has(OrbitParser.DEFINES)) {
            return Optional.empty();
        }
        return Optional.of(
                place.onNewLine()
                        ? new StatementProblem.MissingSemicolon(place.afterBefore(), place.tail())
                        : new StatementProblem.MissingPart(place.afterBefore(), "`=`, `{` or `;`", place.tail()));
    }

    private static Optional<SyntaxProblem> claim(Place place) {
        if (!place.starts(OrbitParser.CLAIM)) {
            return Optional.empty();
        }
        if (place.before(OrbitParser.CLAIM)) {
            return Optional.of(new StatementProblem.MissingText(place.span()));
        }
        if (place.found(OrbitParser.LEFT_BRACE) && place.expects(OrbitParser.COLON)) {
            return Optional.of(new StatementProblem.MissingPart(place.afterBefore(), "`at`", place.tail()));
        }
        boolean late = place.found(OrbitParser.ASSUMING) && place.has(OrbitParser.AT);
        return late
                ? Optional.of(new StatementProblem.Misplaced(place.span(), "assuming", "`assuming` stands before `at`"))
                : Optional.empty();
    }
}
