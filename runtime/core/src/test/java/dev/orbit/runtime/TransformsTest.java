package dev.orbit.runtime;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class TransformsTest {
    private static final double[][] INTERVALS = {
        {0, 1},
        {-1, 1},
        {2, 2.5},
        {-3, -1e-3},
        {0, 1e-300},
        {-1e308, 1.7e308},
        {1e6, 1e6 + 1e-6},
        {0, POSITIVE_INFINITY},
        {5, POSITIVE_INFINITY},
        {-1e5, POSITIVE_INFINITY},
        {NEGATIVE_INFINITY, 0},
        {NEGATIVE_INFINITY, 7},
        {NEGATIVE_INFINITY, POSITIVE_INFINITY}
    };

    @Test
    void theResultIsAlwaysStrictlyInside() {
        for (double[] interval : INTERVALS) {
            for (double z : new double[] {-1e300, -1000, -745, -40, -1, 0, 1, 37, 710, 1e300}) {
                double x = Transforms.constrain(z, interval[0], interval[1]);
                assertTrue(x > interval[0] && x < interval[1], () -> z + " goes to " + x);
            }
        }
    }

    @Test
    void isIncreasing() {
        for (double[] interval : INTERVALS) {
            double before = interval[0];
            double tolerance = 1e-15 * Math.min(Math.abs(interval[0]), Math.abs(interval[1]));
            for (double z = -50; z <= 50; z += 0.125) {
                double x = Transforms.constrain(z, interval[0], interval[1]);
                assertTrue(x >= before - (Double.isFinite(tolerance) ? tolerance : 0));
                before = x;
            }
        }
    }

    /** sigmoid(z) by the exponential series in 60 digits. */
    private static double exactSigmoid(double z) {
        MathContext digits = new MathContext(60);
        BigDecimal exp = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        BigDecimal reduced = new BigDecimal(-z).divide(new BigDecimal(1024), digits);
        for (int k = 1; k < 40; k++) {
            term = term.multiply(reduced, digits).divide(new BigDecimal(k), digits);
            exp = exp.add(term, digits);
        }
        return BigDecimal.ONE
                .divide(BigDecimal.ONE.add(exp.pow(1024, digits), digits), digits)
                .doubleValue();
    }

    @Test
    void isAccurateToAFewUlps() {
        for (double z = -30; z <= 36; z += 0.37) {
            double exact = exactSigmoid(z);
            assertEquals(exact, Transforms.constrain(z, 0, 1), 4 * Math.ulp(exact));
            double mirrored = exactSigmoid(-z);
            assertEquals(-mirrored, Transforms.constrain(z, -1, 0), 4 * Math.ulp(mirrored));
        }
        assertEquals(1e-10, Transforms.constrain(2e-10, -1, 1), 1e-25);
        assertEquals(Math.exp(-300), Transforms.constrain(-300, 0, POSITIVE_INFINITY), Math.ulp(Math.exp(-300)));
        assertEquals(5 + Math.exp(2), Transforms.constrain(2, 5, POSITIVE_INFINITY), 2e-15);
        assertEquals(7 - Math.exp(-2), Transforms.constrain(2, NEGATIVE_INFINITY, 7), 1e-15);
    }

    @Test
    void theInverseTakesBack() {
        for (double[] interval : INTERVALS) {
            for (double z = -6; z <= 6; z += 0.25) {
                double x = Transforms.constrain(z, interval[0], interval[1]);
                double slope = Transforms.slope(z, interval[0], interval[1]);
                double rounding = 4 * Math.ulp(Math.max(Math.abs(x), bound(interval))) / slope;
                double back = Transforms.unconstrain(x, interval[0], interval[1]);
                assertEquals(z, back, 1e-14 + rounding, () -> Arrays.toString(interval));
            }
        }
        assertEquals(-300, Transforms.unconstrain(Transforms.constrain(-300, 0, 1), 0, 1), 1e-12);
        assertEquals(2e-10, Transforms.unconstrain(1e-10, -1, 1), 1e-24);
        assertEquals(NEGATIVE_INFINITY, Transforms.unconstrain(0, 0, 1));
        assertEquals(POSITIVE_INFINITY, Transforms.unconstrain(1, 0, 1));
        assertTrue(Double.isNaN(Transforms.unconstrain(2, 0, 1)));
        assertTrue(Double.isNaN(Transforms.unconstrain(-1, 0, POSITIVE_INFINITY)));
    }

    private static double bound(double[] interval) {
        double lower = Double.isFinite(interval[0]) ? Math.abs(interval[0]) : 0;
        return Math.max(lower, Double.isFinite(interval[1]) ? Math.abs(interval[1]) : 0);
    }

    @Test
    void theSlopesAreTheDerivatives() {
        double[][] intervals = {{0, 1}, {-2, 5}, {3, POSITIVE_INFINITY}, {NEGATIVE_INFINITY, 4}};
        for (double[] interval : intervals) {
            double lower = interval[0];
            double upper = interval[1];
            for (double z : new double[] {-7, -1, -0.3, 0, 0.9, 1.5, 6}) {
                assertSlope(u -> Transforms.constrain(u, lower, upper), Transforms.slope(z, lower, upper), z);
                if (Double.isFinite(lower)) {
                    double slope = Transforms.slopeInLower(z, lower, upper);
                    assertSlope(u -> u < upper ? Transforms.constrain(z, u, upper) : Double.NaN, slope, lower);
                }
                if (Double.isFinite(upper)) {
                    double slope = Transforms.slopeInUpper(z, lower, upper);
                    assertSlope(u -> lower < u ? Transforms.constrain(z, lower, u) : Double.NaN, slope, upper);
                }
            }
        }
        assertEquals(0, Transforms.slopeInLower(1, NEGATIVE_INFINITY, 4));
        assertEquals(0, Transforms.slopeInUpper(1, 4, POSITIVE_INFINITY));
        assertEquals(Math.exp(-600), Transforms.slope(-600, 0, 1), 1e-13 * Math.exp(-600));
        assertEquals(Math.exp(-600), Transforms.slope(600, 0, 1), 1e-13 * Math.exp(-600));
    }

    private static void assertSlope(DoubleUnaryOperator function, double claimed, double at) {
        GradientVerdict verdict = GradientCheck.of(1, x -> function.applyAsDouble(x[0]), (x, g) -> g[0] = claimed)
                .at(new double[] {at})
                .entries()
                .get(0);
        assertEquals(GradientVerdict.Outcome.AGREES, verdict.outcome(), verdict::toString);
    }

    @Test
    void anEmptyIntervalIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Transforms.constrain(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Transforms.constrain(0, 1, Math.nextUp(1.0)));
        assertThrows(IllegalArgumentException.class, () -> Transforms.constrain(0, Double.NaN, 1));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Transforms.constrain(0, 2, 1));
        assertEquals("no number lies inside (2.0, 1.0)", refused.getMessage());
    }
}
