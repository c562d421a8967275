package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.Span;
import dev.orbit.grammar.OrbitLexer;
import java.text.Normalizer;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Questions that every reader of tokens asks. */
final class Tokens {
    /** The words that begin declarations, in the order of the language's table. */
    static final Set<Integer> DECLARING = Set.of(
            OrbitLexer.PACKAGE,
            OrbitLexer.MODEL,
            OrbitLexer.DIM,
            OrbitLexer.CONSTANT,
            OrbitLexer.INPUT,
            OrbitLexer.TARGET,
            OrbitLexer.PARAM,
            OrbitLexer.FUNCTION,
            OrbitLexer.LET,
            OrbitLexer.STATE,
            OrbitLexer.STEP,
            OrbitLexer.ITERATE,
            OrbitLexer.LOSS,
            OrbitLexer.RESIDUAL,
            OrbitLexer.OUTPUT,
            OrbitLexer.PENALTY,
            OrbitLexer.DIFFERENTIATE,
            OrbitLexer.INIT,
            OrbitLexer.CLAIM);

    /** The words that begin statements of the step. */
    static final Set<Integer> STEPPING = Set.of(OrbitLexer.LOSS, OrbitLexer.RESIDUAL, OrbitLexer.OUTPUT, OrbitLexer.IF);

    private static final Set<Integer> FOR_LATER =
            Set.of(OrbitLexer.IMPORT, OrbitLexer.CELL, OrbitLexer.USE, OrbitLexer.SIMPLEX, OrbitLexer.ORDERED);

    private static final Set<Integer> RESERVED_INSIDE = Set.of(
            OrbitLexer.RETURN,
            OrbitLexer.IF,
            OrbitLexer.THEN,
            OrbitLexer.ELSE,
            OrbitLexer.AND,
            OrbitLexer.OR,
            OrbitLexer.NOT,
            OrbitLexer.IN,
            OrbitLexer.INF);

    private static final Set<Integer> NAMES = Set.of(
            OrbitLexer.NAME, OrbitLexer.PER, OrbitLexer.OVER, OrbitLexer.STEPS, OrbitLexer.AT, OrbitLexer.ASSUMING);

    private static final Set<Integer> ENDS_OPERAND = Set.of(
            OrbitLexer.NUMBER,
            OrbitLexer.INF,
            OrbitLexer.PRIME,
            OrbitLexer.RIGHT_PARENTHESIS,
            OrbitLexer.RIGHT_BRACKET);

    private static final Set<Integer> BEGINS_OPERAND =
            Set.of(OrbitLexer.NUMBER, OrbitLexer.INF, OrbitLexer.LEFT_PARENTHESIS);

    private static final Set<Integer> OPENERS =
            Set.of(OrbitLexer.LEFT_PARENTHESIS, OrbitLexer.LEFT_BRACKET, OrbitLexer.LEFT_BRACE);

    private static final Set<Integer> CLOSERS =
            Set.of(OrbitLexer.RIGHT_PARENTHESIS, OrbitLexer.RIGHT_BRACKET, OrbitLexer.RIGHT_BRACE);

    private Tokens() {}

    static Span span(Token token) {
        int start = token.getStartIndex();
        return new Span(start, Math.max(start, token.getStopIndex() + 1));
    }

    /** The text of a name in NFC. */
    static String nameText(Token token) {
        return Normalizer.normalize(token.getText(), Normalizer.Form.NFC);
    }

    /** A token that the author left out, of no width, where {@code end} of the text before it is. */
    static Token missing(int type, String text, int end) {
        CommonToken token = new CommonToken(type, text);
        token.setStartIndex(end);
        token.setStopIndex(end - 1);
        return token;
    }

    static boolean isForLater(Token token) {
        return FOR_LATER.contains(token.getType());
    }

    static boolean isReserved(Token token) {
        return DECLARING.contains(token.getType()) || RESERVED_INSIDE.contains(token.getType());
    }

    static boolean isName(Token token) {
        return NAMES.contains(token.getType());
    }

    /** Whether an operand may end with this token, so that an operator may follow. */
    static boolean endsOperand(Token token) {
        return ENDS_OPERAND.contains(token.getType()) || isName(token);
    }

    /** Whether an operand may begin with this token and not also continue one. */
    static boolean beginsOperand(Token token) {
        return BEGINS_OPERAND.contains(token.getType()) || isName(token);
    }

    static boolean opens(Token token) {
        return OPENERS.contains(token.getType());
    }

    static boolean closes(Token token) {
        return CLOSERS.contains(token.getType());
    }
}
