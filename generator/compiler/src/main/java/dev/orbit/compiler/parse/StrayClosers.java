package dev.orbit.compiler.parse;

import dev.orbit.grammar.OrbitLexer;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Guesses what was meant by a closing bracket that closes nothing. */
final class StrayClosers {
    /** Looking further would take a hostile file forever. */
    private static final int LOOK_AHEAD = 200;

    private static final Set<Integer> ENDS_PART =
            Set.of(OrbitLexer.SEMICOLON, OrbitLexer.LEFT_BRACE, OrbitLexer.RIGHT_BRACE);

    private static final Set<Integer> ENDS_BRACKET =
            Set.of(OrbitLexer.DEFINES, OrbitLexer.LEFT_BRACE, OrbitLexer.RIGHT_BRACE, Token.EOF);

    private static final Set<Integer> BEHIND_NAME = Set.of(OrbitLexer.DEFINES, OrbitLexer.PRIME);

    private StrayClosers() {}

    /** Whether the right closing bracket follows in the same statement, so that another one before it is one too many. */
    static boolean closesSoon(List<Token> tokens, int from, int opener, int closer) {
        int depth = 0;
        for (int i = from; i < Math.min(tokens.size(), from + LOOK_AHEAD); i++) {
            int type = tokens.get(i).getType();
            boolean row = type == OrbitLexer.SEMICOLON && opener == OrbitLexer.LEFT_PARENTHESIS;
            if (row || ENDS_BRACKET.contains(type)) {
                return false;
            }
            depth += type == opener ? 1 : type == closer ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /** Where a [ is missing, the rows behind its semicolons look like statements of their own: where they begin. */
    static int partsStart(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return 0;
        }
        int from = tokens.size();
        boolean sound;
        do {
            from--;
            while (from > 0 && !ENDS_PART.contains(tokens.get(from - 1).getType())) {
                from--;
            }
            int next = Math.min(from + 1, tokens.size() - 1);
            sound = Tokens.DECLARING.contains(tokens.get(from).getType())
                    || BEHIND_NAME.contains(tokens.get(next).getType());
        } while (from > 0 && !sound && tokens.get(from - 1).getType() == OrbitLexer.SEMICOLON);
        return tokens.get(from).getStartIndex();
    }
}
