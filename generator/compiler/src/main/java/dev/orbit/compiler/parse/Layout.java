package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.grammar.OrbitLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Lines and indentation: they mean nothing, but tell what was meant where something is missing. */
record Layout(SourceFile source) {
    int line(Token token) {
        return source.position(token.getStartIndex()).line();
    }

    /** Whether the token at {@code i} begins a line, as seen from the one before it. */
    boolean beginsLine(List<Token> tokens, int i) {
        return i > 0 && line(tokens.get(i)) > line(tokens.get(i - 1));
    }

    /** How far the line of a token is indented. */
    int indentation(Token token) {
        Span line = source.lineSpan(line(token));
        String text = source.slice(line);
        return text.length() - text.stripLeading().length();
    }

    /** Whether a word that begins declarations stands where one may begin; elsewhere it is a badly chosen name. */
    boolean beginsDeclaration(List<Token> tokens, int i) {
        if (i == 0 || !Tokens.DECLARING.contains(tokens.get(i).getType())) {
            return false;
        }
        int before = tokens.get(i - 1).getType();
        boolean listed = before == OrbitLexer.COMMA || before == OrbitLexer.PER;
        return !listed && (before == OrbitLexer.SEMICOLON || beginsLine(tokens, i));
    }
}
