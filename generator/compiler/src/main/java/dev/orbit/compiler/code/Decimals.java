package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Decimal;
import dev.orbit.compiler.program.Literal;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as Java text: the author's own where Java reads it the same way, else the fewest digits that give the number back. */
public final class Decimals {
    /** No leading zero before further digits: Java would read octal. */
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");

    private static final Pattern FRACTION = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final int LONGEST = 40;

    private Decimals() {}

    /** Whether the number is finite, and so has digits. */
    static boolean hasDigits(Literal literal) {
        return Double.isFinite(literal.value());
    }

    /**
     * The text of a finite number.
     *
     * @param asInt whether a number without a fraction may be written as an int
     */
    static String java(Literal literal, boolean asInt) {
        double magnitude = Math.abs(literal.value());
        String sign = Double.compare(literal.value(), 0.0) < 0 ? "-" : "";
        String text = written(literal, magnitude) ? literal.text() : render(magnitude);
        if (!WHOLE.matcher(text).matches()) {
            return sign + text;
        }
        // There is no int -0.
        boolean negativeZero = magnitude == 0 && !sign.isEmpty();
        return sign + text + (asInt && !negativeZero ? "" : ".0");
    }

    /** Whether the author's text may stand: it is the number itself, and javac does not find it too large or too small. */
    private static boolean written(Literal literal, double magnitude) {
        String text = literal.text();
        boolean plain = WHOLE.matcher(text).matches()
                || FRACTION.matcher(text).matches() && text.matches(".*[.eE].*") && text.length() <= LONGEST;
        return plain && Double.parseDouble(text) == magnitude && (magnitude > 0 || text.matches("[0.]+"));
    }

    /**
     * The fewest significant digits that give the same double; the same on every Java, which {@code Double.toString} is not.
     *
     * @param magnitude finite, not negative
     */
    public static String render(double magnitude) {
        BigDecimal stripped = Decimal.fewestDigits(magnitude);
        if (stripped.signum() == 0) {
            return "0";
        }
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent >= -4 && exponent < 9) {
            return stripped.toPlainString();
        }
        String digits = stripped.unscaledValue().toString();
        return digits.charAt(0) + "." + (digits.length() > 1 ? digits.substring(1) : "0") + "e" + exponent;
    }
}
