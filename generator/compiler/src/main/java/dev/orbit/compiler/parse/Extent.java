package dev.orbit.compiler.parse;

import dev.orbit.grammar.OrbitLexer;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Where statements end, found without the grammar, over tokens whose brackets match. */
record Extent(Layout layout, List<Token> tokens) {

    /** What begins a definition: braces in it were meant as a value, so that a semicolon behind them belongs to it. */
    private static final Set<Integer> VALUES = Set.of(
            OrbitLexer.LET,
            OrbitLexer.PARAM,
            OrbitLexer.STATE,
            OrbitLexer.CONSTANT,
            OrbitLexer.DIM,
            OrbitLexer.LOSS,
            OrbitLexer.OUTPUT,
            OrbitLexer.NAME);

    /**
     * The index of the last token of the declaration or statement that begins at {@code from}: its semicolon, its closing
     * brace, or the last token before a line that begins another declaration or before the end of the block around it.
     */
    int end(int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == Token.EOF || depth == 0 && i > from && layout.beginsDeclaration(tokens, i)) {
                return Math.max(from, i - 1);
            }
            if (Tokens.closes(token)) {
                depth--;
            }
            if (depth < 0) {
                return Math.max(from, i - 1);
            }
            boolean value = token.getType() == OrbitLexer.RIGHT_BRACE
                    && VALUES.contains(tokens.get(from).getType());
            if (depth == 0 && value && tokens.get(i + 1).getType() == OrbitLexer.SEMICOLON) {
                return i + 1;
            }
            boolean closed = token.getType() == OrbitLexer.RIGHT_BRACE && !continues(from, i + 1);
            if (depth == 0 && (token.getType() == OrbitLexer.SEMICOLON || closed)) {
                return i;
            }
            depth += Tokens.opens(token) ? 1 : 0;
        }
        return tokens.size() - 1;
    }

    private boolean continues(int from, int next) {
        int first = tokens.get(from).getType();
        boolean claim = first == OrbitLexer.CLAIM || first == OrbitLexer.TEXT;
        return tokens.get(next).getType() == OrbitLexer.ELSE || claim && next < tokens.size();
    }
}
