package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Ends of the range, zeros, poles and a few values to 17 digits (NIST Handbook tables, and series in 50 digits). */
final class FunctionsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static void same(double expected, double actual) {
        assertEquals(Double.toHexString(expected), Double.toHexString(actual));
    }

    private static void near(double expected, double actual, int ulps) {
        assertTrue(
                Math.abs(expected - actual) <= ulps * Math.ulp(expected),
                () -> "expected " + expected + " but " + actual);
    }

    @Test
    void logisticFunctionsKeepTheirLimits() {
        same(Double.MIN_VALUE, Functions.sigmoid(-745));
        same(0, Functions.sigmoid(-746));
        same(0.5, Functions.sigmoid(0));
        same(1, Functions.sigmoid(INF));
        same(0, Functions.sigmoid(-INF));
        same(800, Functions.softplus(800));
        same(Double.MIN_VALUE, Functions.softplus(-745));
        same(INF, Functions.softplus(INF));
        same(0, Functions.softplus(-INF));
        near(0.6931471805599453, Functions.softplus(0), 0);
        same(INF, Functions.silu(INF));
        same(-0.0, Functions.silu(-INF));
        same(-0.0, Functions.silu(-0.0));
        near(-3.463e-321, Functions.silu(-744.5), 1);
        same(0, Functions.relu(-0.0));
        same(0, Functions.relu(-3));
        same(3, Functions.relu(3));
    }

    @Test
    void logarithmsOfSumsDoNotOverflow() {
        same(-INF, Functions.logAddExp(-INF, -INF));
        same(INF, Functions.logAddExp(INF, -INF));
        same(INF, Functions.logAddExp(INF, INF));
        near(800.6931471805599, Functions.logAddExp(800, 800), 0);
        same(-3, Functions.logAddExp(-3, -INF));
        same(-INF, Functions.log1mexp(0));
        same(Double.NaN, Functions.log1mexp(1));
        near(-Math.exp(-40), Functions.log1mexp(-40), 1);
        near(799.3068528194401, Functions.logCosh(800), 1);
        near(5e-201, Functions.logCosh(1e-100), 2);
        same(0, Functions.logCosh(0));
        same(INF, Functions.logCosh(-INF));
    }

    @Test
    void errorFunctionsKeepTheirLimits() {
        same(1, Functions.erf(INF));
        same(-1, Functions.erf(-INF));
        same(-0.0, Functions.erf(-0.0));
        same(0, Functions.erfc(INF));
        same(2, Functions.erfc(-INF));
        near(2.088487583762545e-45, Functions.erfc(10), 2);
        near(1.537459794428035e-12, Functions.erfc(5), 2);
        same(Double.MIN_VALUE, Functions.erfc(27.22));
        same(0, Functions.gaussian(INF));
        same(1, Functions.gaussian(0));
        same(0, Functions.normalDensity(-INF));
        near(0.3989422804014327, Functions.normalDensity(0), 0);
        same(1, Functions.normalCdf(INF));
        same(0, Functions.normalCdf(-INF));
        same(0.5, Functions.normalCdf(0));
        near(2.866515718791939e-07, Functions.normalCdf(-5), 2);
        same(INF, Functions.gelu(INF));
        same(-0.0, Functions.gelu(-INF));
        same(-0.0, Functions.gelu(-0.0));
        near(-7.619853024160525e-23, Functions.gelu(-10), 3);
    }

    @Test
    void gammaFunctionsKeepTheirZerosAndPoles() {
        same(0, Functions.lgamma(1));
        same(0, Functions.lgamma(2));
        near(0.5723649429247001, Functions.lgamma(0.5), 1);
        near(359.1342053695754, Functions.lgamma(100), 1);
        near(1.2655121234846454, Functions.lgamma(-0.5), 2);
        for (double pole : new double[] {0, -0.0, -1, -17, -1e300, INF, -INF}) {
            same(INF, Functions.lgamma(pole));
        }
        near(-0.5772156649015329, Functions.digamma(1), 1);
        near(2.251752589066721, Functions.digamma(10), 1);
        same(-INF, Functions.digamma(0));
        same(INF, Functions.digamma(-0.0));
        same(Double.NaN, Functions.digamma(-3));
        same(INF, Functions.digamma(INF));
        near(1.6449340668482264, Functions.trigamma(1), 1);
        same(INF, Functions.trigamma(0));
        same(INF, Functions.trigamma(-2));
        same(0, Functions.trigamma(INF));
        near(-2.4041138063191885, Functions.polygamma(2, 1), 2);
        near(6.493939402266829, Functions.polygamma(3, 1), 2);
        same(-INF, Functions.polygamma(2, 0));
        same(INF, Functions.polygamma(2, -0.0));
        same(Double.NaN, Functions.polygamma(2, -1));
        same(Double.NaN, Functions.polygamma(-1, 1));
        same(Double.NaN, Functions.polygamma(0.5, 1));
        same(Double.NaN, Functions.polygamma(171, 1));
        near(-7.257415615307999e306, Functions.polygamma(170, 1), 50);
    }

    @Test
    void loweredPowerIsThePowerBelow() {
        same(1, Functions.lowerPower(0, 1));
        same(INF, Functions.lowerPower(0, 0.5));
        same(0, Functions.lowerPower(0, 2));
        same(INF, Functions.lowerPower(0, 0));
        same(4, Functions.lowerPower(-2, 3));
        same(Math.pow(3, 1.5), Functions.lowerPower(3, 2.5));
        // 0.1 - 1 is not a double
        near(1.0000100196415507e288, Functions.lowerPower(1e-320, 0.1), 2);
        near(1.0000000000000038e-270, Functions.lowerPower(1e300, 0.1), 2);
    }

    @Test
    void guardsHoldAtZero() {
        same(0, Functions.scale(0, INF));
        same(0, Functions.scale(0, Double.NaN));
        same(6, Functions.scale(2, 3));
        same(0, Functions.ratio(3, 0));
        same(0, Functions.ratio(0, -0.0));
        same(1.5, Functions.ratio(3, 2));
        same(0, Functions.heaviside(0));
        same(0, Functions.heaviside(Double.NaN));
        same(1, Functions.heaviside(Double.MIN_VALUE));
        same(0, Functions.greater(2, 2));
        same(1, Functions.greater(2, 1));
        same(0, Functions.greater(Double.NaN, 1));
    }

    @Test
    void nanStaysNan() {
        Map<String, DoubleUnaryOperator> functions = Map.ofEntries(
                Map.entry("relu", Functions::relu),
                Map.entry("sigmoid", Functions::sigmoid),
                Map.entry("softplus", Functions::softplus),
                Map.entry("silu", Functions::silu),
                Map.entry("gelu", Functions::gelu),
                Map.entry("log1mexp", Functions::log1mexp),
                Map.entry("logCosh", Functions::logCosh),
                Map.entry("erf", Functions::erf),
                Map.entry("erfc", Functions::erfc),
                Map.entry("gaussian", Functions::gaussian),
                Map.entry("normalDensity", Functions::normalDensity),
                Map.entry("normalCdf", Functions::normalCdf),
                Map.entry("lgamma", Functions::lgamma),
                Map.entry("digamma", Functions::digamma),
                Map.entry("trigamma", Functions::trigamma),
                Map.entry("polygamma 3", x -> Functions.polygamma(3, x)),
                Map.entry("logAddExp, first", x -> Functions.logAddExp(x, 1)),
                Map.entry("logAddExp, second", x -> Functions.logAddExp(1, x)),
                Map.entry("scale", x -> Functions.scale(x, 1)),
                Map.entry("ratio", x -> Functions.ratio(x, 1)));
        functions.forEach((name, f) -> assertTrue(Double.isNaN(f.applyAsDouble(Double.NaN)), name));
    }

    @Test
    void symmetriesAreExact() {
        for (double x : List.of(1e-300, 0.3, 0.5, 1.0, 2.5, 30.0, 1e300)) {
            same(-Functions.erf(x), Functions.erf(-x));
            same(Functions.gaussian(x), Functions.gaussian(-x));
            same(Functions.logCosh(x), Functions.logCosh(-x));
            same(Functions.logAddExp(x, 1), Functions.logAddExp(1, x));
        }
    }

    @Test
    void noFunctionAllocates() {
        double[] sink = new double[1];
        Allocation.assertNone(() -> {
            for (double x = -29.93; x < 60; x += 0.7) {
                sink[0] += Functions.sigmoid(x) + Functions.softplus(x) + Functions.silu(x) + Functions.gelu(x);
                sink[0] += Functions.erf(x) + Functions.erfc(x) + Functions.gaussian(x) + Functions.normalDensity(x);
                sink[0] += Functions.normalCdf(x) + Functions.lgamma(x) + Functions.digamma(x) + Functions.trigamma(x);
                sink[0] += Functions.polygamma(3, x) + Functions.logAddExp(x, 1) + Functions.logCosh(x);
                sink[0] +=
                        Functions.log1mexp(-Math.abs(x)) + Functions.lowerPower(Math.abs(x), 0.3) + Functions.relu(x);
            }
        });
        assertTrue(Double.isFinite(sink[0]));
    }
}
