package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Doc;
import dev.orbit.grammar.OrbitLexer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/**
 * The words and signs of a text, the last one the end of the file. Token indices are UTF-16 offsets.
 *
 * @param docs documentation by the offset of the token that follows it
 */
record Words(List<Token> tokens, Map<Integer, Doc> docs) {
    /** Far beyond any spec that a person writes; it bounds the memory that a hostile one takes. */
    static final int LIMIT = 500_000;

    /** Reads the words; what is none is reported and left out. Empty if there are too many. */
    static Optional<Words> read(SourceFile source, Findings findings) {
        return new Reading(source, findings).read();
    }

    private static final class Reading {
        private final SourceFile source;
        private final Findings findings;
        private final Lexer lexer;
        private final Offsets offsets;
        private final List<Token> tokens = new ArrayList<>();
        private final Map<Integer, Doc> docs = new LinkedHashMap<>();
        private Optional<Doc> doc = Optional.empty();
        private int skipTo;

        Reading(SourceFile source, Findings findings) {
            this.source = source;
            this.findings = findings;
            String text = Characters.clean(source.text(), findings);
            this.offsets = Offsets.of(text);
            this.lexer = new OrbitLexer(CharStreams.fromString(text, source.name()));
            lexer.removeErrorListeners();
        }

        Optional<Words> read() {
            for (Token token = next(); token.getType() != Token.EOF; token = next()) {
                if (tokens.size() > LIMIT) {
                    findings.add(new TextProblem.TooLarge(Tokens.span(token), "500,000 words and signs"));
                    return Optional.empty();
                }
                if (findings.full() || token.getType() == OrbitLexer.COMMENT_OPEN) {
                    stop(token);
                    break;
                }
                accept(token);
            }
            int end = source.text().length();
            keep(Tokens.missing(Token.EOF, "<EOF>", end));
            return Optional.of(new Words(Numbers.join(tokens, findings), docs));
        }

        private Token next() {
            return offsets.place((CommonToken) lexer.nextToken());
        }

        private void stop(Token token) {
            if (!findings.full()) {
                findings.add(new TextProblem.UnclosedComment(Tokens.span(token)));
            }
        }

        private void accept(Token token) {
            if (token.getStartIndex() < skipTo) {
                return;
            }
            switch (token.getType()) {
                case OrbitLexer.DOC -> doc = Optional.of(Docs.read(token));
                case OrbitLexer.COMMENT -> {}
                case OrbitLexer.UNKNOWN -> rejectCharacters(token);
                case OrbitLexer.TEXT_OPEN -> {
                    Span rest = new Span(token.getStartIndex(), lineEnd(token));
                    findings.add(new TextProblem.UnclosedText(rest));
                    skipTo = rest.end();
                }
                default -> keep(token);
            }
        }

        private void keep(Token token) {
            doc.ifPresent(found -> docs.put(token.getStartIndex(), found));
            doc = Optional.empty();
            tokens.add(token);
        }

        private int lineEnd(Token token) {
            return source.lineSpan(source.position(token.getStartIndex()).line())
                    .end();
        }

        // A line that begins with # is meant as a comment; a run of unknown characters is one mistake.
        private void rejectCharacters(Token token) {
            Span span = Tokens.span(token);
            Span line = source.lineSpan(source.position(span.start()).line());
            boolean comment = token.getText().equals("#");
            skipTo = comment ? line.end() : unknownEnd(span.start(), line.end());
            int c = source.text().codePointAt(span.start());
            if (Characters.isInvisible(c)) {
                findings.add(new TextProblem.InvisibleCharacter(span, c));
            } else {
                Span run = comment ? span : new Span(span.start(), Math.max(span.end(), skipTo));
                findings.add(new TextProblem.UnknownCharacter(run, source.slice(run)));
            }
        }

        private int unknownEnd(int start, int limit) {
            int i = start;
            int length = 0;
            while (i < limit && length < 20 && isUnknown(source.text().codePointAt(i))) {
                i += Character.charCount(source.text().codePointAt(i));
                length++;
            }
            return i;
        }

        // Beyond ASCII nothing but letters, marks, digits and spaces means anything.
        private static boolean isUnknown(int c) {
            int type = Character.getType(c);
            return c > 0x7F
                    && !Character.isLetterOrDigit(c)
                    && !Character.isSpaceChar(c)
                    && type != Character.FORMAT
                    && type != Character.CONTROL;
        }
    }
}
