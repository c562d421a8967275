package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.Span;
import dev.orbit.grammar.OrbitLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Checks how numbers are written, and the signs of other languages, which look alike: {@code 1.+x}. */
final class Numbers {
    private static final int LONGEST = 1000;

    private final List<Token> tokens;
    private final Findings findings;
    private final List<Token> kept = new ArrayList<>();

    private Numbers(List<Token> tokens, Findings findings) {
        this.tokens = tokens;
        this.findings = findings;
    }

    /** The tokens with each malformed number reported and replaced by a sound one, and foreign signs left out. */
    static List<Token> join(List<Token> tokens, Findings findings) {
        return new Numbers(tokens, findings).join();
    }

    private List<Token> join() {
        int i = 0;
        while (i < tokens.size()) {
            i = accept(i);
        }
        return kept;
    }

    /** Returns the index of the next token to look at. */
    private int accept(int i) {
        Token token = tokens.get(i);
        int end = runEnd(i);
        if (token.getType() == OrbitLexer.NUMBER && end > i + 1) {
            return reject(i, end);
        }
        boolean pointFirst = token.getType() == OrbitLexer.DOT && end > i + 1;
        if (pointFirst && tokens.get(i + 1).getType() == OrbitLexer.NUMBER) {
            return reject(i, end);
        }
        if (token.getType() == OrbitLexer.FOREIGN) {
            findings.add(new TextProblem.ForeignSign(Tokens.span(token), token.getText()));
            return i + 1;
        }
        if (token.getType() == OrbitLexer.NUMBER) {
            checkSize(token);
        }
        kept.add(token);
        return i + 1;
    }

    // The end of what stands without a space after a number or a point and looks like a part of it.
    private int runEnd(int i) {
        int j = i + 1;
        while (j < tokens.size() && touches(j) && continuesNumber(tokens.get(j))) {
            j++;
        }
        return j;
    }

    private boolean touches(int j) {
        return tokens.get(j - 1).getStopIndex() + 1 == tokens.get(j).getStartIndex();
    }

    private static boolean continuesNumber(Token token) {
        return token.getType() == OrbitLexer.NUMBER
                || token.getType() == OrbitLexer.DOT
                || token.getType() == OrbitLexer.UNDERSCORE
                || Tokens.isName(token)
                || Tokens.isReserved(token)
                || Tokens.isForLater(token);
    }

    private int reject(int i, int end) {
        Span span = Tokens.span(tokens.get(i)).to(Tokens.span(tokens.get(end - 1)));
        StringBuilder text = new StringBuilder();
        tokens.subList(i, end).forEach(token -> text.append(token.getText()));
        findings.add(new TextProblem.MalformedNumber(span, shorten(text.toString()), instead(i, end)));
        kept.add(Tokens.missing(OrbitLexer.NUMBER, "1", span.end()));
        return end;
    }

    private String instead(int i, int end) {
        String first = tokens.get(i).getText();
        String second = tokens.get(i + 1).getText();
        if (first.equals(".")) {
            return "a digit stands on both sides of the point: write `0." + shorten(second) + "`";
        }
        if (second.equals(".")) {
            boolean digits = end > i + 2 && tokens.get(i + 2).getType() == OrbitLexer.NUMBER;
            return digits
                    ? "a number has one point"
                    : "a digit stands on both sides of the point: write `" + shorten(first) + ".0`";
        }
        String tail = second.toLowerCase(Locale.ROOT);
        if (tail.equals("e")) {
            return "an exponent has digits: `1e-3`";
        }
        if (first.equals("0") && tail.matches("[xb][0-9a-f]*")) {
            return "numbers are decimal";
        }
        if (tail.startsWith("_")) {
            return "digits stand without a separator";
        }
        return "a product is written with `*`: `" + shorten(first) + "*" + shorten(second) + "`";
    }

    private void checkSize(Token token) {
        String text = token.getText();
        if (text.length() > LONGEST) {
            findings.add(new TextProblem.MalformedNumber(
                    Tokens.span(token), shorten(text), "a number has at most " + LONGEST + " characters"));
            return;
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value) || value == 0 && !isWrittenZero(text)) {
            findings.add(new TextProblem.NumberOutOfRange(Tokens.span(token), shorten(text), value != 0));
        }
    }

    private static boolean isWrittenZero(String text) {
        return text.chars().takeWhile(c -> c != 'e' && c != 'E').noneMatch(c -> c >= '1' && c <= '9');
    }

    private static String shorten(String text) {
        return text.length() > 40 ? text.substring(0, 39) + "…" : text;
    }
}
