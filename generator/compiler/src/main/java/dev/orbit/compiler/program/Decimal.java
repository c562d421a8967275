package dev.orbit.compiler.program;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimals of doubles that are the same on every JDK; {@link Double#toString} has fewer digits from 19 on. */
public final class Decimal {
    private Decimal() {}

    /**
     * The shortest decimal that reads back as the same double, and among those the one next to it. In Java's form:
     * {@code 0.001}, {@code 1.0E-4}, {@code NaN}, {@code -Infinity}.
     */
    public static String shortest(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return Double.toString(value);
        }
        return (value < 0 ? "-" : "") + javaForm(fewestDigits(Math.abs(value)));
    }

    /**
     * The decimal with the fewest significant digits that is rounded to this double; no zeros at its end.
     *
     * @param magnitude finite, not negative
     */
    public static BigDecimal fewestDigits(double magnitude) {
        BigDecimal exact = new BigDecimal(magnitude);
        BigDecimal rounded = exact;
        for (int digits = 1; digits <= 17; digits++) {
            rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == magnitude) {
                break;
            }
        }
        return rounded.stripTrailingZeros();
    }

    private static String javaForm(BigDecimal decimal) {
        String digits = decimal.unscaledValue().toString();
        int exponent = digits.length() - 1 - decimal.scale();
        if (exponent >= -3 && exponent < 7) {
            String plain = decimal.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String fraction = digits.length() > 1 ? digits.substring(1) : "0";
        return digits.charAt(0) + "." + fraction + "E" + exponent;
    }
}
