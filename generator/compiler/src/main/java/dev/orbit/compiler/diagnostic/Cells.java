package dev.orbit.compiler.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text as a terminal shows it, one cell for each code point: tabs become spaces, what would move the cursor or
 * change the terminal becomes a replacement sign.
 */
record Cells(List<String> texts, List<Integer> widths) {
    private static final int TAB = 4;

    /** Of the blocks that terminals show two columns wide, the first and the last code point (Unicode TR 11, rounded). */
    private static final int[][] WIDE = {
        {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF},
        {0x20000, 0x3FFFD}
    };

    static Cells of(String line) {
        List<String> texts = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        int column = 0;
        for (int c : line.codePoints().toArray()) {
            int width = c == '\t' ? TAB - column % TAB : width(c);
            texts.add(c == '\t' ? " ".repeat(width) : visible(c));
            widths.add(width);
            column += width;
        }
        return new Cells(texts, widths);
    }

    /** The text with every character that would act on a terminal replaced. */
    static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(visible(c)));
        return out.toString();
    }

    private static String visible(int c) {
        int type = Character.getType(c);
        boolean acts = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return acts ? "\uFFFD" : Character.toString(c);
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (c >= block[0] && c <= block[1]) {
                return 2;
            }
        }
        return 1;
    }

    int size() {
        return texts.size();
    }

    /** The columns that the cells from {@code from} (included) to {@code to} (excluded) take. */
    int width(int from, int to) {
        return widths.subList(from, to).stream().mapToInt(Integer::intValue).sum();
    }

    String text(int from, int to) {
        return String.join("", texts.subList(from, to));
    }
}
