package dev.orbit.runtime;

import static dev.orbit.runtime.GradientVerdict.Outcome.AGREES;
import static dev.orbit.runtime.GradientVerdict.Outcome.CANNOT_SEE;
import static dev.orbit.runtime.GradientVerdict.Outcome.DISAGREES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
    private static GradientVerdict check(DoubleUnaryOperator value, double claimed, double at) {
        return GradientCheck.of(1, x -> value.applyAsDouble(x[0]), (x, g) -> g[0] = claimed)
                .at(new double[] {at})
                .entries()
                .get(0);
    }

    private static void assertSeesToDigits(int digits, DoubleUnaryOperator value, double derivative, double at) {
        GradientVerdict right = check(value, derivative, at);
        assertEquals(AGREES, right.outcome(), right::toString);
        assertTrue(right.digits() >= digits, right::toString);
        double off = Math.pow(10, 2 - digits) * derivative;
        GradientVerdict wrong = check(value, derivative + off, at);
        assertEquals(DISAGREES, wrong.outcome(), wrong::toString);
    }

    @Test
    void smoothFunctionsAreSeenToManyDigits() {
        assertSeesToDigits(10, Math::sin, Math.cos(1.2), 1.2);
        assertSeesToDigits(10, Math::exp, Math.exp(-3), -3);
        assertSeesToDigits(10, Math::exp, Math.exp(300), 300);
        assertSeesToDigits(10, Math::log, 1 / 0.001, 0.001);
        assertSeesToDigits(10, x -> x * x * x, 12, -2);
        assertSeesToDigits(10, x -> 1 / x, -1e12, 1e-6);
        assertSeesToDigits(10, Math::tanh, 1, 0);
        assertSeesToDigits(12, x -> 3 * x - 7, 3, 1);
    }

    @Test
    void anErrorOfOneMillionthIsDetected() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 1000; trial++) {
            double k = random.nextDouble(0.1, 10);
            double p = random.nextDouble(-1, 1);
            double x = random.nextDouble(-2, 2);
            double derivative = k * Math.cos(k * x + p) + 2 * x * Math.exp(x * x / 4) / 4;
            DoubleUnaryOperator value = u -> Math.sin(k * u + p) + Math.exp(u * u / 4);
            double sign = random.nextBoolean() ? 1 : -1;
            GradientVerdict right = check(value, derivative, x);
            assertEquals(AGREES, right.outcome(), right::toString);
            GradientVerdict wrong = check(value, derivative + sign * 1e-6 * (Math.abs(derivative) + k), x);
            assertEquals(DISAGREES, wrong.outcome(), wrong::toString);
        }
    }

    @Test
    void theScaleOfTheVariableDoesNotMatter() {
        for (int power = -200; power <= 200; power += 10) {
            double scale = Math.pow(10, power);
            for (double at : new double[] {0, 0.7, -40}) {
                if (at == 0 && Math.abs(power) > 10) {
                    continue; // nothing tells the scale
                }
                assertSeesToDigits(7, x -> Math.sin(x / scale + 1), Math.cos(at + 1) / scale, at * scale);
            }
        }
    }

    @Test
    void theScaleOfTheValueDoesNotMatter() {
        for (int power = -250; power <= 250; power += 50) {
            double scale = Math.pow(10, power);
            assertSeesToDigits(10, x -> scale * Math.sin(x + 1), scale * Math.cos(1.7), 0.7);
        }
    }

    @Test
    void zeroAgreesWithZero() {
        assertEquals(AGREES, check(x -> 5, 0, 1).outcome());
        assertEquals(AGREES, check(x -> 0, 0, 0).outcome());
        assertEquals(AGREES, check(x -> x * x, 0, 0).outcome());
        assertEquals(AGREES, check(Math::cos, 0, 0).outcome());
        assertEquals(AGREES, check(x -> Math.pow(x - 3, 2), 0, 3).outcome());
        assertEquals(AGREES, check(x -> (x - 3) * (x - 3) + 7, 1e-16, 3).outcome());
        assertEquals(DISAGREES, check(x -> 5, 1e-6, 1).outcome());
        assertEquals(DISAGREES, check(x -> 0, 1e-300, 0).outcome());
        assertEquals(DISAGREES, check(x -> x * x, 1e-6, 0).outcome());
        assertEquals(DISAGREES, check(Math::cos, 1e-6, 0).outcome());
    }

    @Test
    void noiseCostsDigitsButNoVerdict() {
        SplittableRandom random = new SplittableRandom(2);
        for (double noise : new double[] {1e-14, 1e-12, 1e-10, 1e-8, 1e-6}) {
            DoubleUnaryOperator value =
                    x -> Math.sin(x) + noise * new SplittableRandom(Double.doubleToLongBits(x)).nextDouble(-1, 1);
            for (int trial = 0; trial < 50; trial++) {
                double x = random.nextDouble(-3, 3);
                GradientVerdict right = check(value, Math.cos(x), x);
                assertFalse(right.outcome() == DISAGREES, right::toString);
                assertTrue(right.error() < 1e3 * noise / Math.max(noise, 0.01), right::toString);
            }
            GradientVerdict right = check(value, 1, 0);
            assertEquals(AGREES, right.outcome(), right::toString);
            GradientVerdict wrong = check(value, 1.2, 0);
            assertEquals(DISAGREES, wrong.outcome(), wrong::toString);
        }
    }

    @Test
    void singlePrecisionIsSeenThrough() {
        for (double x : new double[] {0.3, 1.1, -2.4}) {
            DoubleUnaryOperator value = u -> (float) Math.sin(1.3f * (float) u) + 0.5f;
            GradientVerdict right = check(value, 1.3 * Math.cos(1.3 * x), x);
            assertEquals(AGREES, right.outcome(), right::toString);
            GradientVerdict wrong = check(value, 1.3 * Math.cos(1.3 * x) + 0.1, x);
            assertEquals(DISAGREES, wrong.outcome(), wrong::toString);
        }
    }

    @Test
    void kinksCannotBeSeenThrough() {
        for (double at : new double[] {0, 1, -700, 1e-8}) {
            for (double claimed : new double[] {-1, 0, 1}) {
                assertEquals(
                        CANNOT_SEE, check(x -> Math.abs(x - at), claimed, at).outcome());
                assertEquals(
                        CANNOT_SEE,
                        check(x -> Math.exp(x / 1000) + Math.abs(x - at), claimed, at)
                                .outcome());
            }
            assertEquals(CANNOT_SEE, check(x -> Math.max(x, at), 1, at).outcome());
            assertEquals(CANNOT_SEE, check(x -> x < at ? 0 : 1, 0, at).outcome());
            assertEquals(CANNOT_SEE, check(x -> Math.cbrt(x - at), 1, at).outcome());
        }
        assertEquals(
                CANNOT_SEE,
                check(x -> Math.sin(x) + 1e-6 * Math.abs(x - 1), Math.cos(1) + 1e-6, 1)
                        .outcome());
    }

    @Test
    void beyondBothSlopesOfAKinkNothingAgrees() {
        GradientVerdict wrong = check(x -> Math.abs(x - 1), 3, 1);
        assertEquals(DISAGREES, wrong.outcome());
        assertEquals("the value has a kink or a jump here", wrong.reason());
    }

    @Test
    void aKinkNearbyIsNoHindrance() {
        for (double distance : new double[] {1e-1, 1e-3, 1e-5}) {
            assertSeesToDigits(6, x -> Math.sin(x) + Math.abs(x - 1), Math.cos(1 + distance) + 1, 1 + distance);
        }
    }

    @Test
    void rootsOfKinksAreSmoothEnough() {
        assertEquals(AGREES, check(x -> 1 + x * Math.abs(x), 0, 0).outcome());
        assertEquals(AGREES, check(x -> Math.pow(Math.max(0, x - 2), 3), 0, 2).outcome());
    }

    @Test
    void whatIsNotFiniteCannotBeSeen() {
        GradientVerdict nan = check(Math::log, Double.NaN, -1);
        assertEquals(CANNOT_SEE, nan.outcome());
        assertEquals("the value is NaN", nan.reason());
        assertEquals(CANNOT_SEE, check(Math::log, Double.POSITIVE_INFINITY, 0).outcome());
        GradientVerdict edge = check(Math::sqrt, Double.POSITIVE_INFINITY, 0);
        assertEquals(CANNOT_SEE, edge.outcome());
        assertEquals("the value is not finite on both sides", edge.reason());
    }

    @Test
    void aGradientThatIsNotFiniteDisagrees() {
        assertEquals(DISAGREES, check(Math::sin, Double.NaN, 1).outcome());
        assertEquals(DISAGREES, check(Math::sin, Double.POSITIVE_INFINITY, 1).outcome());
        assertEquals(DISAGREES, check(x -> 5, Double.NaN, 1).outcome());
    }

    @Test
    void theDomainOfTheFunctionIsFound() {
        assertSeesToDigits(8, Math::log, 1e-9 * 1e18, 1e-9);
        assertSeesToDigits(8, x -> Math.log(1 - x), -1 / (1 - 0.999), 0.999);
        assertSeesToDigits(8, Math::sqrt, 0.5 / Math.sqrt(1e-7), 1e-7);
    }

    @Test
    void stepsStayInsideIntervals() {
        ParameterLayout layout = new ParameterLayout(List.of(
                Parameter.of("alpha").in(0, 1, "(0, 1)"), Parameter.of("beta").in("(0, 1 - alpha)")));
        GradientCheck check = GradientCheck.of(
                2,
                x -> {
                    assertTrue(x[0] > 0 && x[0] < 1, "constant bounds are known");
                    Intervals.inside("beta", x[1], 0, 1 - x[0]);
                    return Math.log(1 - x[0] - x[1]) + Math.log(x[0]);
                },
                (x, g) -> {
                    g[0] = -1 / (1 - x[0] - x[1]) + 1 / x[0];
                    g[1] = -1 / (1 - x[0] - x[1]);
                });
        GradientReport report = check.named(layout).at(new double[] {0.01, 0.98});
        assertTrue(report.passed(), report::render);
        assertEquals(2, report.seen());
        assertTrue(report.fewestDigits() >= 8, report::render);
        assertThrows(
                IllegalArgumentException.class,
                () -> GradientCheck.of(1, x -> 0, (x, g) -> g[0] = 0).named(layout));
    }

    @Test
    void theHandWrittenModelsAreRight() {
        Correction model = new Correction(x -> x / 2);
        Examples examples = Correction.examples(new double[] {1.5, -1}, new double[] {.25, 0}, new double[] {1, 2});
        double[] theta = model.parameters().vector(Map.of("a", .3, "b", .5, "c", -.4, "d", .7));
        GradientReport report = GradientCheck.of(model.objective(examples))
                .named(model.parameters())
                .at(theta);
        assertTrue(report.passed() && report.fewestDigits() >= 9, report::render);

        Smoothing smoothing = new Smoothing();
        double[] y = {3, 1, 4, 1, 5, 9, 2, 6};
        Examples series = Smoothing.examples(y, 5, 3);
        double[] start = {0.4, 2.5};
        report = GradientCheck.of(smoothing.objective(series))
                .named(smoothing.parameters())
                .at(start);
        assertTrue(report.passed() && report.fewestDigits() >= 9, report::render);
        report = GradientCheck.of(Unconstrained.of(smoothing.objective(series))).at(start);
        assertTrue(report.passed() && report.fewestDigits() >= 9, report::render);
        report = GradientCheck.of(
                        y.length,
                        data -> smoothing.loss(start, data),
                        (data, g) -> smoothing.lossAndGradient(start, data, new double[2], g))
                .at(y);
        assertTrue(report.passed() && report.fewestDigits() >= 9, report::render);
    }

    @Test
    void theReportNamesEntriesAndVerdicts() {
        ParameterLayout layout = new ParameterLayout(List.of(Parameter.of("W", 2, 2), Parameter.of("b")));
        GradientReport report = GradientCheck.of(5, x -> 2 * x[0] + Math.abs(x[1]) + 3 * x[3] + x[4], (x, g) -> {
                    g[0] = 2;
                    g[1] = 1;
                    g[3] = 3.1;
                    g[4] = 1;
                })
                .named(layout)
                .entries(0, 1, 2, 3)
                .at(new double[] {1, 0, 1, 1, 1});
        assertFalse(report.passed());
        assertEquals(3, report.seen());
        String text = report.render();
        assertTrue(text.startsWith("2 of 4 entries agree to 1"), text);
        assertTrue(text.contains("W[1, 1]  agrees to 1"), text);
        assertTrue(text.contains("W[1, 2]  cannot see, the value has a kink or a jump here"), text);
        assertTrue(text.contains("W[2, 1]  agrees, zero as far as differences see: 0.0"), text);
        assertTrue(text.contains("W[2, 2]  DISAGREES: 3.1, by differences 3.0"), text);
        assertFalse(text.contains("  b"), text);
    }
}
