package dev.orbit.compiler.driver;

import dev.orbit.compiler.program.Decimal;

/** Numbers as every front door prints them. */
public final class Decimals {
    private Decimals() {}

    /** The shortest decimal that reads back as the same double, the same on every JDK; {@code NaN}, {@code -Infinity}. */
    public static String shortest(double value) {
        return Decimal.shortest(value);
    }
}
