package dev.orbit.runtime;

/**
 * The logarithm of the gamma function and its derivatives (NIST Handbook, chapter 5).
 *
 * <p>Next to the zeros 1, 2 of the logarithm and next to the positive root of the digamma function the zero is divided out, so that the
 * relative error stays small there. The zeros at negative arguments are not: there the error is small against 1 only.
 */
final class GammaFunctions {
    /** log(2 pi)/2 - 1/2. */
    private static final double STIRLING_CONSTANT = 0.4189385332046727;
    /** B(2k) / (2k (2k - 1)). */
    private static final double[] STIRLING = {
        0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953,
        0.0008417508417508417, -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242
    };
    /** B(2k) / (2k). */
    private static final double[] DIGAMMA_SERIES = {
        0.08333333333333333, -0.008333333333333333, 0.003968253968253968, -0.004166666666666667,
        0.007575757575757576, -0.021092796092796094, 0.08333333333333333, -0.4432598039215686
    };
    /** B(2k). */
    private static final double[] BERNOULLI = {
        0.16666666666666666, -0.03333333333333333, 0.023809523809523808, -0.03333333333333333,
        0.07575757575757576, -0.2531135531135531, 1.1666666666666667, -7.092156862745098
    };
    /** The root of the digamma function is the sum of these. */
    private static final double ROOT = 1.4616321449683622;

    private static final double ROOT_LOW = 9.549995429965697e-17;

    /** Its factorial is the last that is a double. */
    private static final int LARGEST_ORDER = 170;

    private GammaFunctions() {}

    static double lgamma(double x) {
        if (x <= -0.5) {
            return lgammaByReflection(x);
        }
        if (x < 0.5) {
            return lgammaNear(1 + x) - Logarithm.log(Math.abs(x));
        }
        if (x < 2.5) {
            return lgammaNear(x);
        }
        return x < 10 ? lgammaByProduct(x) : lgammaByStirling(x);
    }

    /** For x from 1/2 to 5/2; NaN for NaN. */
    private static double lgammaNear(double x) {
        int piece = Math.max(0, Math.min((int) (4 * x - 2), 7));
        double t = x - (0.625 + 0.25 * piece);
        // plus 0: the zero at 1 is +0
        return (x - 1) * (x - 2) * Polynomial.at(GammaCoefficients.LGAMMA[piece], 0, t) + 0.0;
    }

    private static double lgammaByProduct(double x) {
        double product = 1;
        double y = x;
        while (y >= 2.5) {
            y -= 1;
            product *= y;
        }
        return Logarithm.log(product) + lgammaNear(y);
    }

    private static double lgammaByStirling(double x) {
        double r = 1 / x;
        double series = r * Polynomial.at(STIRLING, 0, r * r);
        return (x - 0.5) * (Logarithm.log(x) - 1) + (STIRLING_CONSTANT + series);
    }

    /** Gamma(x) Gamma(-x) = -pi / (x sin(pi x)). */
    private static double lgammaByReflection(double x) {
        double r = Math.abs(x - Math.rint(x));
        if (r == 0 || x == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double sine = r <= 0.25 ? Math.sin(Math.PI * r) : Math.cos(Math.PI * (0.5 - r));
        return Logarithm.log(Math.PI / (-x * sine)) - lgamma(-x);
    }

    static double digamma(double x) {
        if (x <= -0.5) {
            return digammaByReflection(x);
        }
        if (x < 1) {
            return digamma(1 + x) - 1 / x;
        }
        if (x > 10) {
            double r = 1 / x;
            return Logarithm.log(x) - (0.5 * r + r * r * Polynomial.at(DIGAMMA_SERIES, 0, r * r));
        }
        double y = x;
        double sum = 0;
        while (y > 3) {
            y -= 1;
            sum += 1 / y;
        }
        return sum + digammaNear(y);
    }

    /** For x from 1 to 3; NaN for NaN. */
    private static double digammaNear(double x) {
        int piece = Math.max(0, Math.min((int) (4 * x - 4), 7));
        double t = x - (1.125 + 0.25 * piece);
        return (x - ROOT - ROOT_LOW) * Polynomial.at(GammaCoefficients.DIGAMMA[piece], 0, t);
    }

    /** digamma(x) = digamma(1 - x) - pi / tan(pi x). */
    private static double digammaByReflection(double x) {
        double r = x - Math.rint(x);
        if (r == 0 || x == Double.NEGATIVE_INFINITY) {
            return Double.NaN;
        }
        double a = Math.abs(r);
        double cotangent = a <= 0.25 ? 1 / Math.tan(Math.PI * a) : Math.tan(Math.PI * (0.5 - a));
        return digamma(1 - x) - Math.copySign(Math.PI * cotangent, r);
    }

    static double trigamma(double x) {
        return polygammaAboveZero(1, x);
    }

    static double polygamma(double n, double x) {
        if (n == 0) {
            return digamma(x);
        }
        return n > 0 && n <= LARGEST_ORDER && n == Math.rint(n) ? polygammaAboveZero((int) n, x) : Double.NaN;
    }

    /** (-1)^(n+1) n! zeta(n + 1, x). */
    private static double polygammaAboveZero(int n, double x) {
        boolean odd = n % 2 != 0;
        double zeta = x > 0 || Double.isNaN(x) ? zeta(n + 1, x) : zetaLeft(n + 1, x, odd);
        double factorial = 1;
        for (int i = 2; i <= n; i++) {
            factorial *= i;
        }
        return (odd ? factorial : -factorial) * zeta;
    }

    /**
     * The sum of (x + k)^-s over k from 0, for x at most 0: the term next to 0 alone, because it outgrows the others, then what lies to
     * its right and to its left.
     */
    private static double zetaLeft(int s, double x, boolean even) {
        double r = x - Math.rint(x);
        if (r == 0) {
            return even ? Double.POSITIVE_INFINITY : x == 0 ? 1 / x : Double.NaN;
        }
        if (x == Double.NEGATIVE_INFINITY) {
            return Double.NaN;
        }
        double left = x < -0.5 ? zeta(s, 1 - r) - zeta(s, 1 - x) : 0;
        double nearest = s == 2 ? 1 / (r * r) : Math.pow(r, -s);
        return zeta(s, 1 + r) + (even ? left : -left) + nearest;
    }

    /** Hurwitz's zeta function, the sum of (a + k)^-s over k from 0, for a &gt; 0, by the formula of Euler and Maclaurin. */
    private static double zeta(int s, double a) {
        if (a == Double.POSITIVE_INFINITY) {
            return 0;
        }
        int terms = a < 16 + s ? (int) Math.ceil(16 + s - a) : 0;
        double b = a + terms;
        double r = 1 / b;
        double term = s * r * 0.5;
        double series = 0;
        for (int k = 0; k < 8; k++) {
            series += BERNOULLI[k] * term;
            term *= (s + 2 * k + 1) * (s + 2 * k + 2) * r * r / ((2 * k + 3) * (2 * k + 4));
        }
        double power = Math.pow(b, -s);
        double sum = power * (b / (s - 1) + (0.5 + series));
        for (int k = terms - 1; k >= 0; k--) {
            sum += s == 2 ? 1 / ((a + k) * (a + k)) : Math.pow(a + k, -s);
        }
        return sum;
    }
}
