package dev.orbit.compiler.code;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** From names of a spec to identifiers of Java: total, the same on every machine, not injective. */
final class Identifiers {
    private static final Set<String> WORDS = Set.of(
            ("_ abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long native"
                            + " new null package private protected public return short static strictfp super switch"
                            + " synchronized this throw throws transient true try void volatile while"
                            // words only in some places; as names they confuse people or some parsers
                            + " var yield record sealed permits")
                    .split(" "));

    private Identifiers() {}

    static boolean isWord(String name) {
        return WORDS.contains(name);
    }

    /** {@code y_true} becomes {@code yTrue}, {@code h'} becomes {@code hNext}; never a word of Java, never empty. */
    static String variable(String name) {
        StringBuilder out = new StringBuilder();
        boolean raise = false;
        for (int c :
                Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().toArray()) {
            if (c == '_') {
                raise = out.length() > 0;
            } else if (c == '\'') {
                out.append("Next");
            } else {
                String letter = letter(c);
                out.append(raise ? letter.toUpperCase(Locale.ROOT) : letter);
                raise = false;
            }
        }
        return finish(out);
    }

    /** {@code epsilon} becomes {@code EPSILON}, {@code maxRate} becomes {@code MAX_RATE}. */
    static String constant(String name) {
        StringBuilder out = new StringBuilder();
        boolean low = false;
        for (int c :
                Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().toArray()) {
            String letter = c == '_' ? "_" : letter(c);
            boolean high = Character.isUpperCase(c);
            out.append(low && high ? "_" : "").append(letter.toUpperCase(Locale.ROOT));
            low = !high && c != '_';
        }
        return finish(out);
    }

    /** A class name: as it is, unless Java does not take it. */
    static String type(String name) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .forEach(c -> out.append(c == '_' ? "_" : letter(c)));
        return finish(out);
    }

    private static String finish(StringBuilder out) {
        if (out.length() == 0) {
            return "value";
        }
        String name = Character.isDigit(out.charAt(0)) ? "n" + out : out.toString();
        return isWord(name) ? name + "_" : name;
    }

    private static String letter(int c) {
        boolean ascii = c < 128 && (Character.isLetterOrDigit(c));
        return ascii || c >= 128 && isOldLetter(c) ? Character.toString(c) : String.format(Locale.ROOT, "u%04x", c);
    }

    /**
     * Letters that every Java since 17 takes in identifiers and that no later Unicode adds to: Latin, Greek, Cyrillic, Hebrew,
     * Arabic, kana, Han, Hangul, and the mathematical alphabets. What a Java takes for a letter depends on its version, and
     * the emitted class must not.
     */
    private static boolean isOldLetter(int c) {
        boolean range = c <= 0x24F
                || within(c, 0x370, 0x3FF)
                || within(c, 0x400, 0x52F)
                || within(c, 0x5D0, 0x5EA)
                || within(c, 0x620, 0x64A)
                || within(c, 0x1E00, 0x1FFF)
                || within(c, 0x3041, 0x30FA)
                || within(c, 0x4E00, 0x9FA5)
                || within(c, 0xAC00, 0xD7A3)
                || within(c, 0x1D400, 0x1D7CB);
        return range && Character.isLetter(c);
    }

    private static boolean within(int c, int from, int to) {
        return c >= from && c <= to;
    }
}
