package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.Span;

/** Which characters may stand in a spec at all, comments included. */
final class Characters {
    private Characters() {}

    /**
     * The text with a space in place of each character that may stand nowhere: controls, halves of characters, and those
     * that change the direction of the text around them, so that a reader would see another program than the compiler.
     * Offsets stay the same.
     */
    static String clean(String text, Findings findings) {
        StringBuilder cleaned = new StringBuilder(text);
        for (int i = 0; i < text.length() && !findings.full(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isForbidden(c) && !(c == 0xFEFF && i == 0)) {
                boolean first = i == 0 || text.charAt(i - 1) != c;
                if (first) {
                    findings.add(new TextProblem.InvisibleCharacter(new Span(i, i + 1), c));
                }
                cleaned.setCharAt(i, ' ');
            }
        }
        if (text.startsWith("\uFEFF")) {
            cleaned.setCharAt(0, ' ');
        }
        return cleaned.toString();
    }

    private static boolean isForbidden(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\t' && c != '\n' && c != '\r';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean turnsText = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F;
        boolean breaksLine = c == 0x2028 || c == 0x2029;
        return control || half || turnsText || breaksLine || c == 0xFEFF;
    }

    /** Whether a character outside of comments leaves no trace on the screen. */
    static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT;
    }
}
