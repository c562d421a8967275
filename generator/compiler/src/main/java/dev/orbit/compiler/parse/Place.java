package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.grammar.OrbitParser;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Where reading stopped: everything a sentence is made from.
 *
 * @param start index of the first token of the statement
 * @param at index of the token that does not fit
 * @param rule the innermost rule of the grammar that was being read
 * @param expected the types of token that would have fitted
 */
record Place(SourceFile source, List<Token> tokens, int start, int at, int rule, IntervalSet expected) {
    private static final int TAIL = 24;

    /** The same statement, stopped at another token. */
    Place withFound(int other) {
        return new Place(source, tokens, start, other, rule, expected);
    }

    Token found() {
        return tokens.get(at);
    }

    boolean found(Integer... types) {
        return Set.of(types).contains(found().getType());
    }

    Token before() {
        return tokens.get(Math.max(0, at - 1));
    }

    boolean before(Integer... types) {
        return at > start && Set.of(types).contains(before().getType());
    }

    Token next() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    boolean next(Integer... types) {
        return Set.of(types).contains(next().getType());
    }

    boolean starts(Integer... types) {
        return Set.of(types).contains(tokens.get(start).getType());
    }

    boolean in(Integer... rules) {
        return Set.of(rules).contains(rule);
    }

    boolean expects(int type) {
        return expected.contains(type);
    }

    boolean expectsOperand() {
        return expects(OrbitParser.NUMBER);
    }

    boolean onNewLine() {
        return line(found()) > line(before());
    }

    /** Whether a token of this type stands in the statement before the one that does not fit. */
    boolean has(int type) {
        return tokens.subList(start, at).stream().anyMatch(token -> token.getType() == type);
    }

    /** How many parentheses and brackets of the statement are open. */
    int depth() {
        return IntStream.range(start, at)
                .mapToObj(tokens::get)
                .filter(token ->
                        token.getType() != OrbitParser.LEFT_BRACE && token.getType() != OrbitParser.RIGHT_BRACE)
                .mapToInt(token -> Tokens.opens(token) ? 1 : Tokens.closes(token) ? -1 : 0)
                .sum();
    }

    Span span() {
        return Tokens.span(found());
    }

    /** The point directly after the last token that fitted: where something is missing. */
    Span afterBefore() {
        int end = Tokens.span(before()).end();
        return new Span(end, end);
    }

    String foundText() {
        return text(found());
    }

    String beforeText() {
        return text(before());
    }

    /** The last words that fitted, in one line and not many. */
    String tail() {
        int end = Tokens.span(before()).end();
        int from = Math.max(0, at - 1);
        while (from > start && fits(tokens.get(from - 1), end)) {
            from--;
        }
        return shorten(source.slice(new Span(tokens.get(from).getStartIndex(), end)));
    }

    private boolean fits(Token token, int end) {
        return end - token.getStartIndex() <= TAIL && line(token) == line(before());
    }

    private int line(Token token) {
        return source.position(token.getStartIndex()).line();
    }

    private static String text(Token token) {
        return token.getType() == Token.EOF ? "the end" : shorten(token.getText());
    }

    private static String shorten(String text) {
        return text.codePointCount(0, text.length()) > 40
                ? text.substring(0, text.offsetByCodePoints(0, 39)) + "…"
                : text;
    }
}
