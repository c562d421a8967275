package dev.orbit.compiler.parse;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.grammar.OrbitLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Token;

/**
 * Makes every bracket match before the grammar is tried: reports what does not, and puts in or leaves out brackets so that
 * one of them does not spoil the rest of the file. Also limits the nesting, so that everything later may recurse over it.
 */
final class Brackets {
    /** How deep brackets, powers and prefix signs may be nested together. */
    static final int NESTING_LIMIT = 256;

    private static final Map<Integer, Integer> CLOSER = Map.of(
            OrbitLexer.LEFT_PARENTHESIS, OrbitLexer.RIGHT_PARENTHESIS,
            OrbitLexer.LEFT_BRACKET, OrbitLexer.RIGHT_BRACKET,
            OrbitLexer.LEFT_BRACE, OrbitLexer.RIGHT_BRACE);

    private static final Map<Integer, String> TEXT = Map.of(
            OrbitLexer.RIGHT_PARENTHESIS, ")",
            OrbitLexer.RIGHT_BRACKET, "]",
            OrbitLexer.RIGHT_BRACE, "}");

    /** An open bracket; {@code lastSemicolon} is the place in {@code out} of the last semicolon directly inside it. */
    private static final class Open {
        final Token token;
        int lastSemicolon = -1;

        Open(Token token) {
            this.token = token;
        }

        int type() {
            return token.getType();
        }
    }

    private final Layout layout;
    private final List<Token> in;
    private final Findings findings;
    private final List<Token> out = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Nesting nesting = new Nesting();
    private final boolean bracesMatch;

    private Brackets(SourceFile source, List<Token> in, Findings findings) {
        this.layout = new Layout(source);
        this.in = in;
        this.findings = findings;
        this.bracesMatch = count(OrbitLexer.LEFT_BRACE) == count(OrbitLexer.RIGHT_BRACE);
    }

    /** The tokens with matching brackets; empty if they are nested too deep, which has then been reported. */
    static Optional<List<Token>> balance(SourceFile source, List<Token> tokens, Findings findings) {
        return new Brackets(source, MissingBraces.insert(tokens, findings), findings).balance();
    }

    private static int closer(int opener) {
        return requireNonNull(CLOSER.get(opener));
    }

    private static String text(int closer) {
        return requireNonNull(TEXT.get(closer));
    }

    private long count(int type) {
        return in.stream().filter(token -> token.getType() == type).count();
    }

    private Optional<List<Token>> balance() {
        for (int i = 0; i < in.size(); i++) {
            Token token = in.get(i);
            if (!Tokens.closes(token)) {
                nesting.see(token);
            }
            if (nesting.depth() > NESTING_LIMIT) {
                findings.add(new BracketProblem.NestedTooDeep(Tokens.span(token), NESTING_LIMIT));
                return Optional.empty();
            }
            accept(i, token);
        }
        return Optional.of(out);
    }

    private void accept(int i, Token token) {
        if (token.getType() == Token.EOF) {
            closeWhile(token, top -> true);
        } else if (token.getType() == OrbitLexer.LEFT_BRACE || layout.beginsDeclaration(in, i)) {
            closeWhile(token, top -> top.type() != OrbitLexer.LEFT_BRACE);
            closeStepBefore(i, token);
        } else if (token.getType() == OrbitLexer.SEMICOLON) {
            closeWhile(token, top -> top.type() == OrbitLexer.LEFT_PARENTHESIS);
        } else if (leavesBlock(i, token)) {
            closeWhile(token, top -> top.type() != OrbitLexer.LEFT_BRACE || standsFurtherIn(top.token, token));
        } else if (token.getType() == OrbitLexer.DEFINES && definesAfterBlock()) {
            closeWhile(token, top -> top.type() == OrbitLexer.LEFT_BRACKET);
        }
        if (Tokens.closes(token)) {
            close(i, token);
            return;
        }
        if (token.getType() == OrbitLexer.SEMICOLON && !open.isEmpty()) {
            open.peek().lastSemicolon = out.size();
        }
        out.add(token);
        if (Tokens.opens(token)) {
            open.push(new Open(token));
        }
    }

    // Where braces do not match in number, the indentation tells which one is missing.
    private boolean leavesBlock(int i, Token token) {
        boolean closes = i > 0 && token.getType() == OrbitLexer.RIGHT_BRACE
                || i > 0
                        && token.getType() == OrbitLexer.ELSE
                        && (in.get(i - 1).getType() == OrbitLexer.SEMICOLON
                                || in.get(i - 1).getType() == OrbitLexer.RIGHT_BRACE);
        return !bracesMatch && closes && layout.beginsLine(in, i);
    }

    private boolean standsFurtherIn(Token opener, Token token) {
        boolean word = token.getType() == OrbitLexer.ELSE;
        int inner = layout.indentation(opener);
        int outer = layout.indentation(token);
        return inner > outer || word && inner == outer;
    }

    // Where braces do not match in number, a word that cannot stand in a step shows that the step should have ended.
    private void closeStepBefore(int i, Token token) {
        boolean outside = Tokens.DECLARING.contains(token.getType())
                && token.getType() != OrbitLexer.LET
                && !Tokens.STEPPING.contains(token.getType());
        if (!bracesMatch && outside && layout.beginsDeclaration(in, i)) {
            closeWhile(token, top -> true);
        }
    }

    // [a; b; NEWLINE y' = ...: the bracket was forgotten before the last semicolon.
    private boolean definesAfterBlock() {
        if (open.isEmpty() || open.peek().type() != OrbitLexer.LEFT_BRACKET || open.peek().lastSemicolon < 0) {
            return false;
        }
        int i = open.peek().lastSemicolon + 1;
        boolean name = i < out.size() && Tokens.isName(out.get(i));
        boolean primed = i + 1 < out.size() && out.get(i + 1).getType() == OrbitLexer.PRIME;
        return name && out.size() == i + (primed ? 2 : 1);
    }

    private void closeWhile(Token noticed, Predicate<Open> condition) {
        boolean first = true;
        while (!open.isEmpty() && condition.test(open.peek())) {
            Open top = open.pop();
            if (first) {
                reportUnclosed(top.token, noticed);
                first = false;
            }
            nesting.close();
            int at = top.type() == OrbitLexer.LEFT_BRACKET && top.lastSemicolon >= 0 ? top.lastSemicolon : out.size();
            insert(at, closer(top.type()));
        }
    }

    private void reportUnclosed(Token opener, Token noticed) {
        findings.add(new BracketProblem.UnclosedBracket(Tokens.span(opener), opener.getText(), Tokens.span(noticed)));
    }

    private void insert(int at, int type) {
        out.add(
                at,
                Tokens.missing(type, text(type), Tokens.span(out.get(at - 1)).end()));
    }

    private void close(int i, Token closer) {
        if (!hasOpenFor(closer)) {
            rejectCloser(i, closer);
            return;
        }
        if (isWrongKind(i, closer)) {
            rejectCloser(i, closer);
            return;
        }
        closeWhile(closer, top -> closer(top.type()) != closer.getType());
        open.pop();
        nesting.close();
        out.add(closer);
    }

    // A brace closes over everything; a parenthesis or bracket does not look beyond a brace.
    private boolean hasOpenFor(Token closer) {
        for (Open each : open) {
            if (closer(each.type()) == closer.getType()) {
                return true;
            }
            if (each.type() == OrbitLexer.LEFT_BRACE) {
                return false;
            }
        }
        return false;
    }

    // f([1, 2), 3): the innermost bracket is closed by another kind, since the one outside is closed later.
    private boolean isWrongKind(int i, Token closer) {
        int top = open.peek().type();
        boolean other = top != OrbitLexer.LEFT_BRACE
                && closer.getType() != OrbitLexer.RIGHT_BRACE
                && closer(top) != closer.getType();
        int opener = top == OrbitLexer.LEFT_BRACKET ? OrbitLexer.LEFT_PARENTHESIS : OrbitLexer.LEFT_BRACKET;
        return other && StrayClosers.closesSoon(in, i + 1, opener, closer.getType());
    }

    private void rejectCloser(int i, Token closer) {
        Span span = Tokens.span(closer);
        boolean confused = closer.getType() != OrbitLexer.RIGHT_BRACE
                && !open.isEmpty()
                && open.peek().type() != OrbitLexer.LEFT_BRACE
                && !StrayClosers.closesSoon(
                        in, i + 1, open.peek().type(), closer(open.peek().type()));
        if (confused) {
            Token opener = open.pop().token;
            nesting.close();
            findings.add(new BracketProblem.MismatchedBracket(
                    span, closer.getText(), opener.getText(), Tokens.span(opener)));
            int type = closer(opener.getType());
            out.add(Tokens.missing(type, text(type), span.end()));
            return;
        }
        findings.add(new BracketProblem.StrayBracket(span, closer.getText()));
        if (closer.getType() == OrbitLexer.RIGHT_BRACKET) {
            findings.hush(new Span(StrayClosers.partsStart(out), span.end()));
        }
    }
}
