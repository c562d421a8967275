package dev.orbit.runtime;

/**
 * tanh by Taylor series of degree 7 about the nearest multiple of 1/64, without a branch but for large arguments.
 *
 * <p>With T = tanh(c) in two doubles, c the multiple and d = |x| - c, the value is {@code T + d} and a correction of at most 1/64 of it:
 * {@code T.low - T^2 d + d^2 (...)}. Sum and what its rounding lost are taken together, so that about half an ulp is the error of the
 * last addition alone. The derivatives of tanh are polynomials in tanh (y' = 1 - y^2), which gives the coefficients.
 */
final class HyperbolicTangent {
    /** From here on tanh is nearer to 1 than to any other double. */
    private static final double END = 19.0625;
    /** A number added to this one is rounded to a multiple of 1/64, which is then in the last bits. */
    private static final double ROUNDING = 0x1.8p46;

    private static final int ROWS = 2048;
    /** Eight numbers, a line of the cache, for each multiple: T, T.low, -T^2, and the coefficients of d^3 to d^7. */
    private static final double[] TABLE = table();

    private HyperbolicTangent() {}

    static double at(double x) {
        double u = Math.abs(x);
        if (u >= END) {
            return Math.copySign(1, x);
        }
        double rounded = u + ROUNDING;
        int row = ((int) Double.doubleToRawLongBits(rounded) & (ROWS - 1)) << 3;
        double d = u - (rounded - ROUNDING);
        double t = TABLE[row];
        double minusSquare = TABLE[row + 2];
        double square = d * d;
        double slope = Math.fma(t, minusSquare, t);
        double low = Math.fma(TABLE[row + 3], d, -slope);
        double middle = Math.fma(TABLE[row + 5], d, TABLE[row + 4]);
        double high = Math.fma(TABLE[row + 7], d, TABLE[row + 6]);
        double series = Math.fma(square, Math.fma(square, high, middle), low);
        double sum = t + d;
        double lost = (t - sum) + d;
        double rest = Math.fma(square, series, Math.fma(d, minusSquare, TABLE[row + 1])) + lost;
        return Math.copySign(sum + rest, x);
    }

    private static double[] table() {
        double[] table = new double[8 * ROWS];
        TwoDoubles one = TwoDoubles.of(1);
        TwoDoubles step = tanhOfStep();
        TwoDoubles t = TwoDoubles.of(0);
        int rows = (int) (64 * END) + 1;
        double[] c = new double[8];
        for (int row = 0; row < rows; row++) {
            TwoDoubles square = t.times(t).negated();
            c[0] = t.high();
            c[1] = one.plus(square).high();
            for (int n = 1; n < 7; n++) {
                double sum = 0;
                for (int i = 0; i <= n; i++) {
                    sum += c[i] * c[n - i];
                }
                c[n + 1] = -sum / (n + 1);
            }
            int at = 8 * row;
            table[at] = t.high();
            table[at + 1] = t.low();
            table[at + 2] = square.high();
            System.arraycopy(c, 3, table, at + 3, 5);
            t = t.plus(step).over(one.plus(t.times(step)));
        }
        return table;
    }

    /** tanh(1/64), by its continued fraction x / (1 + x^2 / (3 + x^2 / (5 + ...))). */
    private static TwoDoubles tanhOfStep() {
        TwoDoubles square = TwoDoubles.of(0x1p-12);
        TwoDoubles tail = TwoDoubles.of(19);
        for (int n = 17; n >= 1; n -= 2) {
            tail = TwoDoubles.of(n).plus(square.over(tail));
        }
        return TwoDoubles.of(0x1p-6).over(tail);
    }
}
