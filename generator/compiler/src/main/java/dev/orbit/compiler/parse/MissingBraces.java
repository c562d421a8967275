package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.Span;
import dev.orbit.grammar.OrbitLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Puts in opening braces that were forgotten, where a file has more closing ones: else the statements of a step without
 * its brace would all seem to stand outside.
 */
final class MissingBraces {
    private static final Set<Integer> BEFORE_STATEMENT =
            Set.of(OrbitLexer.SEMICOLON, OrbitLexer.LEFT_BRACE, OrbitLexer.RIGHT_BRACE, OrbitLexer.ELSE);

    private static final Set<Integer> STEPPING_WORDS = Set.of(OrbitLexer.LOSS, OrbitLexer.RESIDUAL, OrbitLexer.OUTPUT);

    private final List<Token> in;
    private final Findings findings;
    private final List<Token> out = new ArrayList<>();
    private int missing;
    private boolean inHeaderOfIf;

    private MissingBraces(List<Token> in, Findings findings) {
        this.in = in;
        this.findings = findings;
        this.missing = count(OrbitLexer.RIGHT_BRACE) - count(OrbitLexer.LEFT_BRACE);
    }

    static List<Token> insert(List<Token> tokens, Findings findings) {
        return new MissingBraces(tokens, findings).insert();
    }

    private int count(int type) {
        return (int) in.stream().filter(token -> token.getType() == type).count();
    }

    private List<Token> insert() {
        if (missing <= 0) {
            return in;
        }
        for (int i = 0; i < in.size(); i++) {
            if (missing > 0 && i > 0 && !is(i, OrbitLexer.LEFT_BRACE) && opensBefore(i)) {
                Span before = Tokens.span(in.get(i - 1));
                Span point = new Span(before.end(), before.end());
                findings.add(new StatementProblem.MissingPart(
                        point, "`{`", in.get(i - 1).getText()));
                out.add(Tokens.missing(OrbitLexer.LEFT_BRACE, "{", point.end()));
                missing--;
                inHeaderOfIf = false;
            }
            out.add(in.get(i));
            boolean statement = i > 0 && BEFORE_STATEMENT.contains(in.get(i - 1).getType());
            inHeaderOfIf = is(i, OrbitLexer.IF) && statement
                    || inHeaderOfIf && !is(i, OrbitLexer.LEFT_BRACE) && !is(i, OrbitLexer.SEMICOLON);
        }
        return out;
    }

    private boolean opensBefore(int i) {
        boolean step = is(i - 1, OrbitLexer.STEP)
                && (i == 1 || BEFORE_STATEMENT.contains(in.get(i - 2).getType()));
        boolean otherwise = is(i - 1, OrbitLexer.ELSE)
                && !is(i, OrbitLexer.IF)
                && (is(i - 2, OrbitLexer.SEMICOLON) || is(i - 2, OrbitLexer.RIGHT_BRACE));
        boolean init = is(i - 2, OrbitLexer.INIT);
        boolean point = is(i - 1, OrbitLexer.AT) && defines(i) && !is(i - 2, OrbitLexer.COMMA);
        boolean body = is(i - 1, OrbitLexer.RIGHT_PARENTHESIS) && (is(i, OrbitLexer.LET) || is(i, OrbitLexer.RETURN));
        boolean branch = inHeaderOfIf && Tokens.endsOperand(in.get(i - 1)) && beginsStatement(i);
        return step || otherwise || init || point || body || branch;
    }

    private boolean beginsStatement(int i) {
        return STEPPING_WORDS.contains(in.get(i).getType()) || defines(i);
    }

    private boolean defines(int i) {
        int after = is(i + 1, OrbitLexer.PRIME) ? i + 2 : i + 1;
        return Tokens.isName(in.get(i)) && is(after, OrbitLexer.DEFINES);
    }

    private boolean is(int i, int type) {
        return i >= 0 && i < in.size() && in.get(i).getType() == type;
    }
}
