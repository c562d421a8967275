package dev.orbit.compiler.parse;

import org.antlr.v4.runtime.CommonToken;

/** Translates the lexer's count of code points to UTF-16 offsets; for most texts they are the same. */
final class Offsets {
    private final int[] starts;

    private Offsets(int[] starts) {
        this.starts = starts;
    }

    static Offsets of(String text) {
        int points = text.codePointCount(0, text.length());
        if (points == text.length()) {
            return new Offsets(new int[0]);
        }
        int[] starts = new int[points + 1];
        for (int i = 0, at = 0; i < points; i++) {
            starts[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        starts[points] = text.length();
        return new Offsets(starts);
    }

    /** The token with its text kept and its place in UTF-16 offsets. */
    CommonToken place(CommonToken token) {
        if (starts.length > 0) {
            token.setText(token.getText());
            int start = starts[token.getStartIndex()];
            token.setStopIndex(starts[token.getStopIndex() + 1] - 1);
            token.setStartIndex(start);
        }
        return token;
    }
}
