package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.Spelling;
import dev.orbit.grammar.OrbitParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Sentences for a word that begins no declaration or statement. */
final class StartSentences {
    private static final Map<String, String> FROM_ELSEWHERE = Map.ofEntries(
            Map.entry("parameter", "param"),
            Map.entry("parameters", "param"),
            Map.entry("const", "constant"),
            Map.entry("dimension", "dim"),
            Map.entry("size", "dim"),
            Map.entry("data", "input"),
            Map.entry("observed", "target"),
            Map.entry("variable", "state"),
            Map.entry("var", "state"),
            Map.entry("def", "function"),
            Map.entry("fun", "function"),
            Map.entry("func", "function"),
            Map.entry("fn", "function"),
            Map.entry("for", "iterate"),
            Map.entry("while", "iterate"),
            Map.entry("repeat", "iterate"),
            Map.entry("loop", "iterate"),
            Map.entry("cost", "loss"),
            Map.entry("objective", "loss"),
            Map.entry("minimize", "loss"),
            Map.entry("minimise", "loss"),
            Map.entry("predict", "output"),
            Map.entry("update", "step"),
            Map.entry("elif", "else if"),
            Map.entry("elseif", "else if"),
            Map.entry("elsif", "else if"));

    private static final List<String> IN_STEP = List.of("loss", "residual", "output", "if", "else if");

    private static final Map<Integer, String> ELSEWHERE = Map.of(
            OrbitParser.LET, "in the step write `name = ...` without `let`",
            OrbitParser.PENALTY, "a penalty is counted once: it stands outside `step { }`",
            OrbitParser.RETURN, "`return` ends the body of a function");

    private StartSentences() {}

    static SyntaxProblem tell(Place place) {
        boolean inStep = place.in(OrbitParser.RULE_block);
        int type = place.found().getType();
        if (Tokens.isForLater(place.found())) {
            return new StatementProblem.ReservedForLater(place.span(), place.foundText());
        }
        if (place.found(OrbitParser.SEMICOLON)) {
            boolean afterBrace = place.at() > 0 && place.before().getType() == OrbitParser.RIGHT_BRACE;
            return new StatementProblem.StraySemicolon(place.span(), afterBrace);
        }
        if (place.found(OrbitParser.ELSE)) {
            return new StatementProblem.ElseWithoutIf(place.span());
        }
        boolean word = Tokens.isReserved(place.found()) && place.next(OrbitParser.DEFINES, OrbitParser.PRIME);
        if (inStep && word) {
            return new StatementProblem.ReservedName(place.span(), place.foundText());
        }
        if (!inStep && namesModel(place)) {
            return new StatementProblem.MissingModel(place.span(), place.foundText());
        }
        if (Tokens.DECLARING.contains(type) || place.found(OrbitParser.RETURN)) {
            String rule = ELSEWHERE.getOrDefault(type, "a declaration stands outside `step { }`");
            return new StatementProblem.Misplaced(place.span(), place.foundText(), rule);
        }
        if (!inStep && beginsStatement(place)) {
            return new StatementProblem.Misplaced(
                    place.span(),
                    place.foundText(),
                    "equations and `if` stand in `step { }`; a value computed once is `let name = ...;`");
        }
        return unknown(place, inStep);
    }

    // A name alone, in a file without a model.
    private static boolean namesModel(Place place) {
        return Tokens.isName(place.found())
                && place.next(OrbitParser.SEMICOLON)
                && place.tokens().stream().noneMatch(token -> token.getType() == OrbitParser.MODEL);
    }

    private static boolean beginsStatement(Place place) {
        return place.found(OrbitParser.IF, OrbitParser.LEFT_BRACKET)
                || Tokens.isName(place.found())
                        && place.next(
                                OrbitParser.DEFINES, OrbitParser.PRIME, OrbitParser.LEFT_BRACKET, OrbitParser.EQUAL);
    }

    /** The sentence for a word that begins nothing, with what was probably meant. */
    static SyntaxProblem unknown(Place place, boolean inStep) {
        var token = place.tokens().get(place.start());
        String word = token.getType() == Token.EOF ? "" : Tokens.nameText(token);
        return new StatementProblem.UnknownStatement(Tokens.span(token), word, inStep, instead(word, inStep));
    }

    private static Optional<String> instead(String word, boolean inStep) {
        if (word.startsWith("\"")) {
            return Optional.of("claim " + word);
        }
        List<String> candidates = inStep ? IN_STEP : declaring();
        String lower = word.toLowerCase(Locale.ROOT);
        if (candidates.contains(lower)) {
            return Optional.of(lower);
        }
        return Spelling.nearest(lower, candidates)
                .or(() -> Optional.ofNullable(FROM_ELSEWHERE.get(lower)).filter(found -> candidates.contains(found)));
    }

    private static List<String> declaring() {
        Set<Integer> types = Tokens.DECLARING;
        return types.stream()
                .sorted()
                .map(OrbitParser.VOCABULARY::getLiteralName)
                .map(literal -> literal.substring(1, literal.length() - 1))
                .toList();
    }
}
