package dev.orbit.cli.values;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as text: decimal, hexadecimal as C99 writes them, and those that are not finite. */
final class Decimals {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)([pP][+-]?[0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[+-]?nan");

    private Decimals() {}

    /** The nearest double; empty if the text is no number. */
    static OptionalDouble parse(String text) {
        String number = text.strip();
        if (DECIMAL.matcher(number).matches()) {
            return OptionalDouble.of(Double.parseDouble(number));
        }
        if (HEXADECIMAL.matcher(number).matches()) {
            // C99 leaves out the exponent where it is 0, Java does not.
            boolean exponent = number.indexOf('p') >= 0 || number.indexOf('P') >= 0;
            return OptionalDouble.of(Double.parseDouble(exponent ? number : number + "p0"));
        }
        String word = number.toLowerCase(Locale.ROOT);
        if (INFINITE.matcher(word).matches()) {
            return OptionalDouble.of(word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return NOT_A_NUMBER.matcher(word).matches() ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
    }
}
