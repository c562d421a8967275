package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.SourceFile;
import dev.orbit.grammar.OrbitLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Where statements end, found without the grammar, over tokens whose brackets match. */
record Extent(SourceFile source, List<Token> tokens) {

    /**
     * The index of the last token of the declaration or statement that begins at {@code from}: its semicolon, its closing
     * brace, or the last token before a line that begins another declaration or before the end of the block around it.
     */
    int end(int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == Token.EOF || depth == 0 && i > from && beginsDeclaration(i)) {
                return Math.max(from, i - 1);
            }
            if (Tokens.closes(token)) {
                depth--;
            }
            if (depth < 0) {
                return Math.max(from, i - 1);
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
        boolean claim = tokens.get(from).getType() == OrbitLexer.CLAIM;
        return tokens.get(next).getType() == OrbitLexer.ELSE || claim && next < tokens.size();
    }

    // After a comma the word is a badly chosen name in a list; elsewhere a new line begins a new declaration.
    private boolean beginsDeclaration(int i) {
        return Tokens.DECLARING.contains(tokens.get(i).getType())
                && tokens.get(i - 1).getType() != OrbitLexer.COMMA
                && tokens.get(i - 1).getType() != OrbitLexer.PER
                && line(i) > line(i - 1);
    }

    private int line(int i) {
        return source.position(tokens.get(i).getStartIndex()).line();
    }
}
