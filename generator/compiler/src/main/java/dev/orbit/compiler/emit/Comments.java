package dev.orbit.compiler.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text of a spec inside comments. Nothing in it may end the comment, begin a tag of Javadoc, be read by javac as an escape of
 * Unicode, or reorder what a person sees.
 */
final class Comments {
    private static final int WIDTH = 100;

    private Comments() {}

    /** Ranges of letters and signs; the same on every Java, which its classes of characters are not. */
    private static final int[][] PLAIN = {
        {' ', '~'},
        {0xA1, 0xAC},
        {0xAE, 0x24F},
        {0x370, 0x52F},
        {0x5D0, 0x5EA},
        {0x620, 0x64A},
        {0x1E00, 0x1FFE},
        {0x2010, 0x2027},
        {0x2030, 0x205E},
        {0x2070, 0x209C},
        {0x2100, 0x23FF},
        {0x25A0, 0x27BF},
        {0x3001, 0x30FF},
        {0x4E00, 0x9FA5},
        {0xAC00, 0xD7A3},
        {0x1D400, 0x1D7FF}
    };

    /** For a comment to the end of the line. */
    static String line(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(isPlain(c) ? Character.toString(c) : " "));
        return out.toString().replace("\\", "\\ ");
    }

    /** For a Javadoc comment. */
    static String javadoc(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c -> out.append(c == '\n' || isPlain(c) && !means(c) ? Character.toString(c) : reference(c)));
        return out.toString().replace("*/", "*&#47;");
    }

    /** Whether Javadoc, HTML or javac takes it for more than itself. */
    private static boolean means(int c) {
        return "&<>@\\{}`".indexOf(c) >= 0;
    }

    private static String reference(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> String.format(Locale.ROOT, "&#%d;", c);
        };
    }

    private static boolean isPlain(int c) {
        for (int[] range : PLAIN) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** A paragraph, broken between words. */
    static String wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }
}
